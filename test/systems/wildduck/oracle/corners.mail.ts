/** The corners of mailboxes, messages and filters. */
export const mailCorners: { readonly [what: string]: string } = {
  'a draft that goes keeps what was sent of it': `
given ready
message upload draft=yes
message submit
message delete
message sent
message restore
message submit
message get`,
  'sent, not stored, and the id used again': `
given ready
message:1 upload size=2000
user update quota=2000
message:2 send
message:2 send recipients=0
message:2 sent
message:2 upload
message:1 upload`,
  'nothing is done, not even to what was there before': `
given ready
message send
message delete
wait 25d
message send user=9
message send recipients=0`,
  'a mailbox made anew under its id': `
given ready
user:2 create
mailbox:5 create
message upload mailbox=5
message:2 upload mailbox=5 draft=yes
mailbox:5 delete
mailbox:5 create user=2
message restore
mailbox:5 delete user=2
mailbox:5 create
message:2 restore
mailbox:5 delete
message restore mailbox=1.Sent
message get`,
  'mailboxes are counted before one more is made': `
given ready
server set maxMailboxes=5
mailbox:1 create
mailbox:2 create
mailbox:1 delete
mailbox:2 create path=INBOX`,
  'day counters': `
given ready
user update recipients=2
message:1 send recipients=0
wait 1h
message:2 send
message:3 send
message:4 send
wait 86399
message:4 send
wait 1
message:4 send recipients=5
message:5 send
user update recipients=2
message:5 upload draft=yes recipients=3
message:5 submit
message:6 upload draft=yes recipients=2
message:6 submit
message:7 send recipients=0
message:7 send`,
  'filters in the order they were made': `
given ready
mailbox:5 create
mailbox:6 create
filter:2 create match=x mailbox=5
filter:1 create match=x mailbox=6
message:1 deliver subject=X
filter:2 delete
filter:2 create match=x mailbox=5
message:2 deliver subject=X
filter:1 update mailbox=1.Junk
message:3 deliver subject=X
mailbox:6 delete
mailbox:5 delete
message:1 get
message:2 get
message:3 get`,
  'every gate of submit': `
message submit
given ready
message submit
message upload draft=yes recipients=3
user update disabled=yes
message submit
message:2 submit
message:2 send
user update disabled=no
server set maxRcptTo=2 maxRecipients=2
message submit
server set maxRcptTo=3
message submit
user update recipients=3
message submit
message bounced
message bounced`,
  'what is fetched': `
given ready
user update imapMaxDownload=1000
mailbox:1.INBOX fetch bytes=0
mailbox:1.INBOX fetch
mailbox:1.Sent fetch bytes=0
wait 86399
mailbox:1.Sent fetch
user update imapMaxDownload=0
mailbox:1.Sent fetch
server set imapMaxDownload=500
mailbox:1.Sent fetch
wait 1d
mailbox:1.Sent fetch`,
  'the uploads of a day': `
given ready
user update imapMaxUpload=1000
message:1 append
message:2 append
user update imapMaxUpload=1000
message:2 append size=999
message:3 append size=5000
message:4 append size=1`,
};
