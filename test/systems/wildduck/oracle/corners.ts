import { mailCorners } from './corners.mail.ts';
import { struck } from './tour.ts';

/** Corner cases of wildduck.md that walks rarely reach, and points it leaves open, on which model and oracle must agree. */
export const corners: { readonly [what: string]: string } = {
  ...mailCorners,
  ...struck,
  'a challenge is used up though the user does not exist': `
given ready
user webauthn.challenge
user webauthn.register
user webauthn.challenge for=authentication
user webauthn.challenge for=registration challenge=2
user delete deleteAfter=1d
user webauthn.authenticate
user webauthn.authenticate
user webauthn.register challenge=2
user restore
user webauthn.register challenge=2
user webauthn.authenticate`,
  'a challenge is used up though a fault strikes': `
given ready
user webauthn.challenge
server fault code=InternalDatabaseError
user webauthn.register
user webauthn.register
user webauthn.challenge for=authentication
wait 3599
user webauthn.challenge
user webauthn.register
wait 1
user webauthn.register
user webauthn.remove credential=2
user webauthn.remove
user webauthn.remove
user webauthn.challenge
wait 1h
user webauthn.register`,
  'the first address restored becomes MAIN, be it a wildcard': `
given ready
address:w create address=*@example.org allowWildcard=yes
address:a create address=a@example.org
user delete deleteAfter=1d
user:2 create address=1@example.com
user restore
address:w update main=yes
address:w update address=b@example.org
address:w delete
address:a update main=yes
address:w get`,
  'a user whose every address is taken, and who then has others': `
given ready
user delete deleteAfter=1d
user:2 create address=1@example.com
user restore
address:1 get
address:a create
address:b create
user delete deleteAfter=1d
user restore
address:a delete
address:c create main=yes
address:a delete`,
  'addresses come back in the order they were made': `
given ready
address:b create
address:a create
address:b delete
address:b create
user delete deleteAfter=1d
user:2 create address=1@example.com
user restore`,
  'an address made anew, and gone again, comes back as it was': `
given ready
user:2 create
address:x create address=x@example.org
user delete deleteAfter=1d
address:x create user=2 address=y@example.org
address:x delete user=2
user restore
address:y create user=2 address=y@example.org
address:z create user=2 address=X@example.org
address:x get user=2
address:x get`,
  'a forwarded address where an own one was': `
given ready
address:x create
user delete deleteAfter=1d
address:x forwarded.create address=q@example.org
user restore
address:x forwarded.delete
address:q create address=Q@example.org`,
  'his own password reads temporary': `
user create password=temporary
user password.reset
session authenticate password=temporary scope=imap
session authenticate scope=imap
session authenticate password=temporary
wait 1d
session authenticate password=temporary scope=imap`,
  'no password of his own, but a temporary one': `
user create
user password.reset
session authenticate
session authenticate password=temporary
user update password=next
session authenticate password=temporary
session authenticate`,
  'a used code outlives the account, but not a new one': `
given ready
user totp.setup
user totp.enable
user totp.check
user delete
user totp.check token=used
user purge.finished
user totp.check token=used
user totp.check
user create
user totp.check token=used`,
  'a used code after TOTP was set up anew': `
given ready
user totp.setup
user totp.enable
user totp.check
user totp.disable
user totp.check token=used
user totp.setup
user totp.enable
user totp.check token=used
wait 180
user totp.check token=used`,
  'a secret that waits while its user goes': `
given ready
user totp.setup
user custom.enable
user delete
user purge.finished
wait 6h`,
  'failures counted for nobody, and for one who goes': `
given ready
user:2 create
${'session authenticate user=2 password=wrong\n'.repeat(12)}
user:2 delete
session authenticate user=2
user:2 purge.finished
session authenticate user=2
user:2 create
session authenticate user=2`,
  'the same address, dots and letter case apart': `
given ready
address:x create address=a.b.c@example.org
address:y create address=ABC@example.org
address:x update address=abc@example.org
address:x update address=.@example.org
address:y create address=..@example.org
asp create address=...@EXAMPLE.org
address:f forwarded.create address=f@example.org target=F.@example.org
address:f forwarded.create address=f@example.org target=g@example.org
address:f forwarded.update address=g@example.org
address:f forwarded.update target=G.@example.org
address:f forwarded.update address=g.@example.org target=f@example.org`,
  'what a session stood for before': `
given ready
wait 10d
session authenticate scope=imap
wait 10d
session authenticate
session authenticate
wait 13d
session call
wait 2d
session call user=1
wait 14d`,
  'an application password counts anew': `
given ready
asp create ttl=100 scopes=imap
wait 99
session authenticate asp=1 scope=imap
wait 99
session authenticate asp=1 scope=smtp
session authenticate asp=1 scope=pop3 user=1
wait 1
asp create
user update disabledScopes=imap
session authenticate asp=1 scope=imap
session authenticate asp=1 password=correct-horse scope=imap
session authenticate asp=1 scope=smtp`,
  'deleted again': `
given ready
user delete deleteAfter=2d
wait 1d
user delete deleteAfter=2d
wait 1d
user delete deleteAfter=0h
user restore
user delete deleteAfter=2d
user create
user delete deleteAfter=1m
user delete
wait 2d`,
  'security keys taken away while a challenge is open': `
given ready
user webauthn.challenge
user webauthn.register
user webauthn.challenge for=authentication
user webauthn.authenticate
user webauthn.challenge for=authentication
user disable2fa
user webauthn.authenticate
user webauthn.authenticate
user custom.enable
user custom.disable
user custom.disable`,
  'an address takes the value of another': `
given ready
address:x create address=x@example.org
address:x update address=1@example.com
address:x update address=1@example.com main=yes
address:x update address=X@Example.org main=yes
address:1 update address=x.@example.org main=no
address:x update main=no
address:x update
address:x update address=*@example.org main=yes`,
  'a main text that no address has': `
given ready
address:x create address=x@example.org
address:x update address=y@example.org main=yes
address:x get
address:1 delete
address:z create address=x@example.org
address:z delete
address:z update address=Z@example.org
address:z delete
address:z update address=z@example.org
address:z update main=yes
address:z update address=z@example.org
address:z update address=Z@example.org main=yes
address:z update address=w@example.org
user delete deleteAfter=1d
user restore
address:w create address=*@example.org allowWildcard=yes`,
  'a user without a main text': `
given ready
address:w create address=*@example.org allowWildcard=yes
user delete deleteAfter=1d
user:2 create address=1@example.com
address:w create user=2
user restore
address:v create address=*@example.net allowWildcard=yes
address:v delete
address:u create
address:u update main=yes
address:v delete`,
  'a task that is dropped, and made again': `
given ready
user delete deleteAfter=2d
user:1. create
user create address=b@example.com
user:1-1 create
user delete deleteAfter=1d
user restore
user delete deleteAfter=3d
user restore
wait 3d
user restore
user purge.finished
user delete
user restore
user purge.finished
user restore
user delete deleteAfter=1h
wait 59m
user create
wait 1m
user purge.finished`,
  'a restore whose name is taken stays without a task': `
user:a.b create
user:a.b delete deleteAfter=1d
user:ab create
user:a.b restore
wait 2d
user:a.b purge.finished
user:a.b delete deleteAfter=1d
wait 1d
user:a.b restore
user:a.b purge.finished
user:ab delete deleteAfter=1d
server fault code=RestoreTaskNotFound
user:ab restore
wait 1d
user:ab restore`,
  'failures of a name and of an account': `
user:a.b create password=pw
${'session authenticate user=AB password=no\n'.repeat(12)}
session authenticate user=a.b password=pw
user:a.b delete deleteAfter=1d
session authenticate user=ab password=pw
user:ab create password=pw
session authenticate user=a.b password=pw
user:ab delete deleteAfter=1d
user:a.b restore
session authenticate user=ab password=pw
${'session authenticate user=q-q\n'.repeat(12)}
user:q-q create password=pw
session authenticate user=Q-q password=pw
user:q-q delete
session authenticate user=q.-q`,
  'a session looked at': `
given ready
wait 13d
server fault code=InternalDatabaseError
session call
wait 13d
session call admin=yes
session:2 authenticate scope=smtp
wait 13d
session:2 call
session:2 end
user delete deleteAfter=60d
session end
wait 13d
user restore
session call
wait 14d`,
  'a main text that only an address had': `
given ready
address:7 create
address:8 create
address:7 update main=yes address=new@example.com
address:8 update main=yes address=7@example.com`,
  'a profile for phones': `
asp create generateMobileconfig=yes scopes=imap,pop3
asp create generateMobileconfig=yes scopes=smtp,pop3
asp create generateMobileconfig=no scopes=imap
asp create generateMobileconfig=yes scopes=imap,*
asp create scopes=""
given ready
asp create address=1.@EXAMPLE.com generateMobileconfig=yes
asp:2 create address=other@example.com
asp get`,
  'what goes with a user': `
given ready
user totp.setup
user totp.enable
${'user totp.check token=wrong\n'.repeat(12)}
user webauthn.challenge
user delete
user totp.check
user purge.finished
user totp.check
user webauthn.register
user create
user totp.check`,
  'suspended and back': `
given ready
session:2 authenticate scope=imap
user update suspended=yes quota=5
session:2 end
user update suspended=no password=next
session:2 authenticate password=next scope=smtp
user update disabled=yes
session:2 end
user update disabled=no disabledScopes=smtp`,
};
