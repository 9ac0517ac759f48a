/*
 * Walks in the tables of a space by letters, as the stepper does in bulk: the very same tables and letters.
 *
 * usage: walk FILE   prints: base word checksum seconds
 *
 * FILE: 8 numbers of 32 bits: cells, entries, stride, answers, letters of the walk, base and word of the beginning, bytes of
 * a cell;
 * then the cells, the entries as numbers of 32 bits, and the letters of the walk as bytes. The checksum is the sum of
 * each answer's number times how often it was given.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void take(void *into, size_t size, size_t count, FILE *file) {
  if (!into || fread(into, size, count, file) != count) {
    fputs("the file is cut short, or there is no memory\n", stderr);
    exit(1);
  }
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) {
    fputs("usage: walk FILE\n", stderr);
    return 2;
  }
  uint32_t head[8];
  take(head, sizeof *head, 8, file);
  uint32_t cell_bytes = head[7];
  void *cells = malloc((size_t)head[0] * cell_bytes);
  int32_t *entries = malloc(head[1] * sizeof *entries);
  uint8_t *letters = malloc(head[4]);
  uint32_t *counts = calloc(head[3], sizeof *counts);
  take(cells, cell_bytes, head[0], file);
  take(entries, sizeof *entries, head[1], file);
  take(letters, 1, head[4], file);
  if (!counts) return 1;
  const uint32_t stride = head[2], length = head[4];
  uint32_t base = head[5];
  int32_t word = (int32_t)head[6];

  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  if (cell_bytes == 2) {
    const uint16_t *narrow = cells;
    for (uint32_t at = 0; at < length; at++) {
      const int32_t *entry = entries + (size_t)narrow[base + letters[at]] * stride;
      base = (uint32_t)entry[0];
      counts[entry[1]]++;
      word = (word & entry[2]) | entry[3];
    }
  } else {
    const uint32_t *wide = cells;
    for (uint32_t at = 0; at < length; at++) {
      const int32_t *entry = entries + (size_t)wide[base + letters[at]] * stride;
      base = (uint32_t)entry[0];
      counts[entry[1]]++;
      word = (word & entry[2]) | entry[3];
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);

  uint64_t checksum = 0;
  for (uint32_t answer = 0; answer < head[3]; answer++) checksum += (uint64_t)answer * counts[answer];
  double seconds = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
  printf("%u %d %llu %.9f\n", base, word, (unsigned long long)checksum, seconds);
  return 0;
}
