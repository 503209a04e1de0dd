team-tab = Hold
team-title = Holdet
team-lead = Det er de mennesker, der løser opgaven sammen.
team-count = { $n ->
    [one] Ét menneske er med.
   *[other] { $n } mennesker er med.
}
team-empty-title = Holdet er ikke samlet endnu
team-empty = Holdet er dem, der løser opgaven sammen. De bliver inviteret én for én, og det er frivilligt at sige ja.
team-waiting-title = Venter på svar
team-waiting = { $n ->
    [one] Én har ikke svaret endnu
   *[other] { $n } har ikke svaret endnu
}
team-sent = Sendt { $date } af { $name }
team-send-again = Send igen
team-withdraw = Træk tilbage

# Når man inviterer
team-invite = Invitér
team-invite-title = Invitér til holdet
team-invite-lead = Den, du inviterer, får en mail med et link og kan svare ja eller nej. Det er frivilligt, og der er ingen adgangskode.
team-role = Rolle
team-role-hint = Rollen bestemmer, hvad man kan gøre i forløbet.
team-choose = Vælg
team-choose-role = Vælg en rolle.
team-choose-person = Vælg, hvem der skal have rollen.
team-one = Én ad gangen
team-name = Navn
team-email = Mailadresse
team-many = Flere på én gang
team-list = Indsæt en liste
team-list-hint = Én på hver linje: navn og mailadresse. For eksempel: Ida Hansen, ida@eksempel.dk. Du kan indsætte direkte fra et regneark. Alle får den rolle, du har valgt.
team-send = Send invitation
team-line-no-email = Linje { $line }: vi kan ikke finde en mailadresse til »{ $text }«. Skriv for eksempel: Ida Hansen, ida@eksempel.dk
team-line-email = Linje { $line }: »{ $text }« er ikke en mailadresse. Skriv den som navn@eksempel.dk.
team-line-no-name = Linje { $line }: der mangler et navn til { $text }. Skriv for eksempel: Ida Hansen, ida@eksempel.dk
team-line-long-name = Linje { $line }: navnet »{ $text }« er for langt. Der er plads til 80 tegn.
team-line-twice = Linje { $line }: { $text } står der to gange. Slet den ene.
team-line-has-role = Linje { $line }: { $text } har allerede den rolle. Slet linjen.

# Når man giver en rolle mere
team-give = Giv en rolle mere
team-give-title = Giv en på holdet en rolle mere
team-give-lead = Det kan for eksempel være en borger, der også skal være facilitator. Vi sender en mail om det.
team-give-button = Giv rollen
team-person = Hvem?

# Når man går
team-leave = Forlad holdet
team-leave-title = Vil du forlade holdet?
team-leave-lead = Det er helt i orden at stoppe. Det, du har skrevet og lovet, bliver stående, og du kan blive inviteret igen.
team-leave-which = Hvilken rolle vil du forlade?
team-leave-role = Du er ikke længere: { $role }
team-leave-button = Ja, forlad holdet

# Når man bliver inviteret
team-invitation-title = Vil du være med i { $space }?
team-invitation-to = Invitation til { $name }
team-inviter = Inviteret af
team-voluntary = Det er frivilligt at være med, og du kan altid stoppe igen. Siger du ja, står dit navn på holdet.
team-read-frame = Læs rammen, før du svarer
team-yes = Ja, jeg vil gerne være med
team-no = Nej tak
team-signs-in = Når du siger ja, bliver du logget ind som { $name }.
team-expired-title = Linket er for gammelt
team-expired = En invitation gælder i { $n } dage. Vi kan sende dig et nyt link til den samme mailadresse.
team-expired-ask = Send mig et nyt link
team-renewed-title = Kig i din mail
team-renewed = Er invitationen stadig åben, så har vi sendt et nyt link til den adresse, den blev sendt til først.
verb-team-renew = En invitation blev sendt igen, fordi linket var for gammelt
team-unknown-title = Vi kender ikke den invitation
team-unknown = Måske mangler der noget af linket, eller også har du fået en nyere mail. Brug linket i den nyeste mail. Hjælper det ikke, så spørg den, der inviterede dig.
team-accepted-title = Du har allerede sagt ja
team-accepted = Linket kan kun bruges én gang. Log ind med den mailadresse, invitationen blev sendt til, så er du med.
team-declined-title = Du har sagt nej tak
team-declined = Tak, fordi du svarede. Skifter du mening, så bed den, der inviterede dig, om at sende invitationen igen.
team-withdrawn-title = Invitationen er trukket tilbage
team-withdrawn = Den gælder ikke længere. Spørg den, der inviterede dig, hvis du gerne vil være med alligevel.
team-mine-invited = Rolle: { $role }. Inviteret af { $inviter }.
team-mine-answer = Svar

# Når det ikke kan lade sig gøre
team-last-secretary-title = Forløbet skal have en sekretær
team-last-secretary = Du er den eneste sekretær. Giv en anden på holdet rollen først, så kan du gå.
team-invitation-answered-title = Invitationen er allerede besvaret
team-invitation-answered = Nogen svarede på den eller trak den tilbage, mens du kiggede. Indlæs holdets side igen, så ser du, hvordan det står.
team-has-role-title = Rollen er allerede givet
team-has-role = Vedkommende har allerede den rolle.

# På forløbets side
team-fact-none = Ingen inviteret endnu
team-fact-invited = { $n ->
    [one] Én inviteret
   *[other] { $n } inviteret
}
team-fact-all = { $n } på holdet
team-fact-citizens = { $n ->
    [one] 1 borger
   *[other] { $n } borgere
}
team-fact-politicians = { $n ->
    [one] 1 politiker
   *[other] { $n } politikere
}
team-todo-invite = Invitér holdet
team-todo-invite-detail = Hvem skal løse opgaven sammen? Du kan invitere flere på én gang.
team-todo-invite-button = Invitér
team-todo-see = Se holdet

# Roller, som de står i aktiviteten
role-secretary = Sekretær
role-facilitator = Facilitator
role-chair = Formand
role-member = Medlem
role-politician = Politiker
role-council = Den, der svarer
role-doer = Udfører
role-counterpart = Kommunens kontakt
role-board = Medlem af bestyrelsen
role-treasurer = Kasserer
role-volunteer = Frivillig

done-invited = Invitationen er sendt. Du kan se her på siden, hvem der ikke har svaret endnu.
done-withdrawn = Invitationen er trukket tilbage.
done-accepted = Velkommen på holdet. Det første, du kan gøre, er at læse rammen.
done-left = Du har forladt rollen. Tak for det, du gav.
done-role = Rollen er givet.
verb-team-invite = { $who } inviterede en til rollen »{ $role }«
verb-team-accept = { $who } sagde ja til rollen »{ $role }«
verb-team-decline = { $who } sagde nej tak til rollen »{ $role }«
verb-team-withdraw = { $who } trak en invitation tilbage til rollen »{ $role }«
verb-team-leave = { $who } forlod rollen »{ $role }«
verb-team-give = { $who } gav en på holdet en rolle mere: »{ $role }«
mail-invitation-subject = { $space }: vil du være med?
mail-invitation-body = { $inviter } inviterer dig til at være med i »{ $space }«.

    Din rolle: { $role }

    Det er frivilligt at være med. Brug linket til at læse mere og svare ja eller nej. Linket er kun til dig, så send det ikke videre.
mail-invitation-action = Se invitationen, og svar
mail-team-role-subject = { $space }: du har fået en rolle mere
mail-team-role-body = Du er på holdet i »{ $space }« og har nu også denne rolle: { $role }

    Vil du ikke have den, kan du sige fra på holdets side.
mail-team-role-action = Se holdet
