# Filer, som nogen sender
upload-empty = Filen er tom. Vælg en anden.
upload-too-large = Filen fylder mere end { $size }. Gør den mindre, eller del den i to.
upload-markup = Filen er en hjemmeside eller en SVG-tegning. Sådanne filer kan rumme skjulte programmer. Gem den som PDF eller PNG, og prøv igen.
upload-program = Filen er et program, uanset hvad den hedder. Programmer kan ikke lægges op.
upload-macros = Filen har makroer, altså små programmer. Gem den uden makroer eller som PDF, og prøv igen.
upload-old-office = Filen er fra et ældre Office-program. Gem den som docx, xlsx, pptx eller PDF, og prøv igen.
upload-sound = Lyd og film kan ikke lægges op. Læg dem et sted, hvor de kan få tekst på, og skriv et link.
upload-archive = Filen er en pakke med filer i. Pak den ud, og læg filerne op en for en.
upload-not-text = Filen er ikke en tekst. Gem den som ren tekst eller CSV, og prøv igen.
upload-unknown = Vi kender ikke den slags fil. Gem den som PDF, og prøv igen.

# Før en tekst bliver vist
screened-title = Se teksten igennem en gang til
screened-lead = Der står noget, som andre måske ikke skal se. Vi har ikke vist det til nogen endnu, og intet er gået tabt.
screened-found = Det her har vi lagt mærke til
screened-looks-like = ligner { $what }
screened-cpr = et personnummer
screened-phone = et telefonnummer
screened-email = en mailadresse
screened-several = flere slags personlige oplysninger
screened-text = Ret din tekst
screened-text-number = Ret tekst { $number }
screened-again = Send den rettede tekst
screened-hold = Lad en kollega se på det
screened-hold-hint = Er det meningen, at alle skal se det? Så kan en anden i kommunen eller på holdet se på det og slippe det igennem.
screened-hold-told = Du får besked.
screened-hold-nameless = Du er ikke logget ind, så vi kan ikke give dig besked. Kom tilbage senere, og se, om teksten er der.
screened-why = Vi leder efter personnumre, telefonnumre og mailadresser, fordi det er svært at få dem tilbage, når de først er blevet vist.
screened-go-back = Gå tilbage, og ret teksten der, hvor den er skrevet.
screened-back = Gå tilbage
done-held = Tak. En kollega ser på det, før det bliver vist. Du får besked.
done-held-nameless = Tak. En kollega ser på det, før det bliver vist. Kom tilbage senere, og se, om teksten er der.
error-held-decided = En anden har allerede afgjort det. Der er ikke mere at gøre her.
error-held-decided-title = Det er afgjort
error-too-large = Det, du sendte, fylder for meget. Gør det kortere, eller del det op.
error-too-large-title = Det er for stort

# Titlen på en side med fejl
error-prefix = Fejl:

# En kollega ser på det
guard-admin-held = Se tekster igennem, der venter
guard-admin-held-hint = Tekster, der måske indeholder et personnummer, et telefonnummer eller en mailadresse.
guard-admin-allowed = Vælg kommunens egne numre og adresser
guard-admin-allowed-hint = Telefonnumre og mailadresser, som altid må vises.
guard-waiting = { $n ->
    [one] 1 tekst venter
   *[other] { $n } tekster venter
}
guard-todo = { $n ->
    [one] Se en tekst igennem, før den bliver vist
   *[other] Se { $n } tekster igennem, før de bliver vist
}
guard-todo-detail = Nogen har bedt om et ekstra blik, fordi der måske står personlige oplysninger.
guard-todo-button = Se igennem
guard-list-title = Tekster, der venter på at blive set igennem
guard-list-lead = Nogen har bedt en kollega se på en tekst, før den bliver vist. Den er ikke vist for nogen endnu.
guard-list-empty = Der er ikke noget, der venter
guard-list-empty-text = Når nogen beder om et ekstra blik på en tekst, står den her, og du får besked.
guard-list-note = Ingen kan slippe sin egen tekst igennem. Det, ingen har set på efter 30 dage, bliver slettet.
guard-col-what = Hvad
guard-col-who = Hvem skrev
guard-col-where = Hvor
guard-col-when = Hvornår
guard-looks-like = Noget, der ligner { $what }
guard-own = Din egen: en anden skal se på den
guard-no-account = Uden konto
guard-look-title = Se en tekst igennem
guard-look-lead = { $who } vil vise den her tekst i { $space }. Må alle, der kan se forløbet, læse det markerede?
guard-look-lead-stranger = Nogen uden konto vil vise den her tekst i { $space }. Må alle, der kan se forløbet, læse det markerede?
guard-look-text = Det står der
guard-look-note = At du har set teksten, bliver skrevet ned, så forfatteren kan se det. Teksten bliver slettet, når du har valgt, og senest den { $date }.
guard-look-note-stranger = Forfatteren har ingen konto og kan ikke få besked. Teksten bliver slettet, når du har valgt, og senest den { $date }.
guard-decision = Hvad skal der ske?
guard-decision-hint = Et personnummer skal aldrig vises. Et telefonnummer kan være i orden, hvis den, der har det, har sagt ja.
guard-decision-through = Slip igennem: teksten bliver vist, som den er
guard-decision-back = Send tilbage: teksten bliver ikke vist
guard-decision-stop = Stop den: teksten bliver ikke vist
guard-reason = Hvorfor sender du den tilbage?
guard-reason-hint = Forfatteren får din begrundelse. Skriv kun her, hvis du sender teksten tilbage.
guard-decide = Gem valget
guard-cannot = Teksten kan ikke vises længere. Måske er der ændret noget imens. Du kan sende den tilbage.
guard-failed = Noget gik galt hos os, og teksten er ikke vist. Prøv igen om lidt.
done-held-through = Du har ladet teksten komme igennem, og forfatteren får besked.
done-held-back = Teksten er sendt tilbage, og forfatteren får besked.
done-held-shown = Du har ladet teksten komme igennem. Forfatteren har ingen konto og kan ikke få besked.
done-held-stopped = Teksten bliver ikke vist. Forfatteren har ingen konto og kan ikke få besked.
guard-allowed-title = Kommunens egne numre og adresser
guard-allowed-lead = Dem må alle se. Derfor spørger vi ikke, når de står i en tekst.
guard-allowed-lines = Numre og adresser
guard-allowed-hint = Én på hver linje. For eksempel 70 10 20 30 eller post@kommune.dk. Skriv @kommune.dk, hvis alle adresser dér må vises.
guard-allowed-save = Gem
guard-allowed-unknown = »{ $line }« er hverken et telefonnummer, en mailadresse eller @ og et domæne. Ret linjen, eller slet den.
guard-allowed-cpr = »{ $line }« ligner et personnummer. Det må aldrig vises. Slet linjen.
done-allowed = Listen er gemt.
verb-guard-let-through = { $who } så en tekst igennem og lod den slippe, selv om noget i den ligner { $screened }
verb-guard-send-back = { $who } så en tekst igennem og sendte den tilbage, fordi noget i den ligner { $screened }
verb-guard-allow = { $who } ændrede listen over kommunens egne numre og adresser
reading-held = En tekst, du ventede på at få vist
personal-held = Tekster, du har bedt en kollega se på
personal-held-helper = Tekster, du har skrevet for andre, og som en kollega skulle se på
personal-held-decided = Tekster, du har set igennem for andre
mail-held-subject = En tekst venter på dig
mail-held-body = Nogen vil gerne vise en tekst i »{ $space }«. Der står måske personlige oplysninger i den. Vil du se på den?
mail-held-action = Se teksten igennem
mail-held-through-subject = Din tekst er kommet igennem
mail-held-through-body = En kollega har set på din tekst i »{ $space }« og ladet den komme igennem.
mail-held-through-action = Se den
mail-held-back-subject = Din tekst blev ikke vist
mail-held-back-body = En kollega har set på din tekst i »{ $space }« og sender den tilbage. Begrundelsen er: { $reason }
mail-held-back-action = Skriv den igen

# Hjælp til at give en tekst form
rich-help = Sådan skriver du
rich-help-heading = # foran en linje gør den til en overskrift.
rich-help-list = - foran hver linje laver en liste. 1. foran gør den nummereret.
rich-help-strong = **to stjerner** om et ord gør det fedt. *En stjerne* gør det kursivt.
rich-help-link = [ordene](https://adresse.dk) laver et link.
rich-help-paragraph = En tom linje begynder et nyt afsnit.
