/*
 * Breadth-first search over the situations of a space, by the same tables as the explorer under test. A situation is a
 * node and the bits of its part; what was seen is one bit for each part of each node, and the levels are lists of
 * situations, written one after another into one array.
 *
 * usage: breadth_first TABLES   prints: situations transitions depth seconds bytes
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define GROUPS 4

struct road {
  uint32_t to, letters, groups, puts, lows; /* lows: where its table begins, or NONE */
  uint32_t masks[GROUPS], lefts[GROUPS], rights[GROUPS];
};

struct node {
  uint32_t low, high; /* bits */
  uint32_t first, last; /* its roads */
  uint32_t load; /* letters that are taken, those that move nothing among them */
};

#define NONE 0xffffffffu

static void *need(void *memory) {
  if (!memory) {
    fputs("out of memory\n", stderr);
    exit(1);
  }
  return memory;
}

static void take(void *into, size_t size, size_t count, FILE *file) {
  if (fread(into, size, count, file) != count) {
    fputs("the tables are cut short\n", stderr);
    exit(1);
  }
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) {
    fputs("usage: breadth_first TABLES\n", stderr);
    return 2;
  }
  uint32_t head[5]; /* nodes, roads, entries of low tables, node and part of the beginning */
  take(head, sizeof *head, 5, file);
  uint32_t node_count = head[0];
  struct node *nodes = need(malloc(node_count * sizeof *nodes));
  struct road *roads = need(malloc(head[1] * sizeof *roads));
  uint16_t *lows = need(malloc((head[2] + 1) * sizeof *lows));
  take(nodes, sizeof *nodes, node_count, file);
  take(roads, sizeof *roads, head[1], file);
  take(lows, sizeof *lows, head[2], file);

  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);

  uint64_t *bases = need(malloc(node_count * sizeof *bases));
  uint64_t bits = 0;
  for (uint32_t each = 0; each < node_count; each++) {
    bases[each] = bits;
    bits += 1ull << (nodes[each].low + nodes[each].high);
  }
  uint64_t *seen = need(calloc((bits + 63) / 64, sizeof *seen));
  uint64_t room = 1 << 20, count = 1, at = 0, transitions = 0, depth = 0;
  uint64_t *queue = need(malloc(room * sizeof *queue));
  queue[0] = (uint64_t)head[3] << 32 | head[4];
  uint64_t place = bases[head[3]] + head[4];
  seen[place >> 6] |= 1ull << (place & 63);

  while (at < count) {
    uint64_t level = count;
    depth++;
    for (; at < level; at++) {
      const struct node *node = &nodes[queue[at] >> 32];
      uint32_t part = (uint32_t)queue[at];
      uint32_t high = part >> node->low, low = part & ((1u << node->low) - 1);
      transitions += node->load;
      if (count + (node->last - node->first) > room) {
        while (count + (node->last - node->first) > room) room *= 2;
        queue = need(realloc(queue, room * sizeof *queue));
      }
      for (const struct road *road = roads + node->first, *end = roads + node->last; road < end; road++) {
        uint32_t to = road->puts;
        for (uint32_t group = 0; group < road->groups; group++)
          to |= (high & road->masks[group]) << road->lefts[group] >> road->rights[group];
        uint32_t other = to << nodes[road->to].low | (road->lows == NONE ? low : lows[road->lows + low]);
        uint64_t where = bases[road->to] + other;
        uint64_t bit = 1ull << (where & 63);
        if (seen[where >> 6] & bit) continue;
        seen[where >> 6] |= bit;
        queue[count++] = (uint64_t)road->to << 32 | other;
      }
    }
  }

  clock_gettime(CLOCK_MONOTONIC, &ended);
  double seconds = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
  uint64_t bytes = (bits + 7) / 8 + count * sizeof *queue;
  printf("%llu %llu %llu %.6f %llu\n", (unsigned long long)count, (unsigned long long)transitions,
         (unsigned long long)depth - 1, seconds, (unsigned long long)bytes);
  return 0;
}
