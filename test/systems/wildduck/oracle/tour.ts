/** Commands of every kind, each accepted after those before it. */
const tour = `
user create password=correct-horse
user get
user update quota=0
user update password=correct-horse
user password.reset
session authenticate
session call
user totp.setup
user totp.enable
user totp.check
user totp.disable
user custom.enable
user custom.disable
user webauthn.challenge
user webauthn.register
user webauthn.challenge for=authentication
user webauthn.authenticate
user webauthn.remove
user disable2fa
user logout
session authenticate
session end
address:4 create
address:2 create
address:2 get
address:2 update address=b@example.org main=yes
address:2 update
address:4 delete
address:3 forwarded.create
address:3 forwarded.update target=x@example.org
address:3 forwarded.delete
mailbox:5 create
mailbox:5 get
mailbox:5 rename
mailbox:5 rename
mailbox:5 fetch
message:1 upload draft=yes mailbox=5
message:2 append
message:3 deliver
message:1 submit
message:4 send
message:5 send recipients=0
message:6 send user=9
message:1 get
message:1 move
message:1 delete
mailbox:5 delete
asp create
asp get
asp delete
filter create
filter update
filter update delete=yes
filter get
filter delete
file create
file get
file delete
alias create
alias get
alias delete
dkim set
dkim get
dkim delete
cert set
cert get
cert delete
webhook create
webhook delete
user delete deleteAfter=1d
user restore
user:9 delete
user:9 disable2fa`;

const faults = [
  ...['InternalDatabaseError', 'InternalError', 'HashError', 'QRError', 'InternalConfigError', 'KeyGenerateError'],
  ...['StoreError', 'ERRCOMPOSE', 'MessageRejected', 'RestoreTaskNotFound'],
];

/** The tour with a fault armed before every command, each tried twice, to show which commands a fault strikes. */
export const struck: { readonly [fault: string]: string } = Object.fromEntries(
  faults.map((fault) => [fault, tour.trim().replace(/^.*$/gm, `server fault code=${fault}\n$&\n$&`)]),
);
