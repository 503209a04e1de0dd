recommendations-tab = Anbefalinger
recommendations-title = Anbefalinger
recommendations-lead = Det her anbefaler I sammen. { -Council-the } svarer på hver enkelt og siger hvorfor.
recommendations-empty-title = Der er ingen anbefalinger endnu
recommendations-empty = En anbefaling siger kort, hvad I synes, der skal ske, og hvorfor. Hver får et nummer. Når I er enige, sender I den til { -council-the }, og { -council-the } svarer på netop den.
recommendations-one = Anbefaling
recommendations-numbered = { $number }. { $title }
recommendations-all = Se alle anbefalinger
recommendations-write = Skriv en anbefaling
recommendations-write-lead = Skriv én ting ad gangen. Så kan { -council-the } svare klart ja eller nej på den.
recommendations-edit = Ret kladden
recommendations-edit-number = Ret anbefaling { $number }
recommendations-title-label = Anbefalingen i én linje
recommendations-title-hint = Begynd med det, der skal gøres. For eksempel: Åbn hallen fredag aften
recommendations-text = Hvad anbefaler I?
recommendations-text-hint = Hvem skal gøre hvad, for hvem og hvornår? Skriv det, så en, der ikke var med, forstår det.
recommendations-reason = Hvorfor?
recommendations-reason-hint = Hvad bygger I det på? For eksempel noget, mange var enige om i dialogen. Skriv det også, hvis I ikke alle er enige.
recommendations-the-text = Anbefalingen
recommendations-the-reason = Hvorfor vi anbefaler det
recommendations-save = Gem kladden
recommendations-changed-meanwhile = Nogen har rettet kladden, mens du skrev. Her står både dine og deres ord. Læs det igennem, og gem så igen.
recommendations-draft = Kladde
recommendations-submitted = Sendt til { -council-the }
recommendations-draft-by = Begyndt af { $name }
recommendations-submitted-on = Sendt { $date }{ $n ->
    [0] { "" }
    [one] , har ventet { $n } dag
   *[other] , har ventet { $n } dage
}
recommendations-answered-on = Besvaret { $date }
recommendations-submit-title = Er den færdig?
recommendations-submit-explained = Når I sender den, får { -council-the } besked og skal svare. Bagefter kan den ikke rettes.
recommendations-submit = Send til { -council-the }
recommendations-nobody-answers-title = Ingen kan svare endnu
recommendations-nobody-answers = Der er ingen i forløbet, der svarer for { -council-the }. Invitér en til den rolle på holdets side. Når en har sagt ja, kan I sende anbefalingen. Kladden er her stadig.
recommendations-nobody-answers-hint = Der er ingen i forløbet, der svarer for { -council-the }. Invitér en til den rolle. Når en har sagt ja, kan I sende anbefalingen.
recommendations-nobody-answers-button = Invitér en, der svarer
recommendations-nobody-answers-todo = Find en, der kan svare for { -council-the }
recommendations-nobody-answers-todo-detail = I har skrevet på en anbefaling, men ingen kan svare på den endnu.
recommendations-answer = Svar på anbefalingen
recommendations-answer-number = Svar på anbefaling { $number }
recommendations-answer-button = Skriv svaret
recommendations-answer-lead = De, der har skrevet anbefalingen, venter på et svar. Sig det klart, og sig hvorfor.
recommendations-answer-reason = Begrundelse
recommendations-answer-reason-hint = Hvad lagde I vægt på? Hvis det er et nej: Hvad skulle der til, for at det kunne blive et ja?
recommendations-answer-final = Svaret kan ses af alle, der kan se forløbet. Det kan kun rettes med et nyt svar. Alle, der har været med, får besked.
recommendations-answer-send = Giv svaret
recommendations-outcome = Hvad er svaret?
recommendations-approved-explained = Ja. Det bliver gjort, og der bliver lavet aftaler om hvordan.
recommendations-partly-explained = Ja til noget af det. Begrundelsen siger, hvad der er med, og hvad der ikke er.
recommendations-noted-explained = Det er læst og bliver brugt i det videre arbejde. Der bliver ikke lovet noget nu.
recommendations-rejected-explained = Nej. Begrundelsen siger hvorfor.
recommendations-body = Hvem besluttede det?
recommendations-body-hint = { -Council-the } eller et stående udvalg
recommendations-decided-on = Hvilken dag?
recommendations-decided-in-future = Dagen er ikke kommet endnu. Skriv den dag, det blev besluttet.
recommendations-decided-by = Besluttet af
recommendations-decided = Besluttet den
recommendations-decided-by-on = Besluttet af { $body } { $date }
recommendations-meeting = Møde
recommendations-meeting-hint = Hvor på mødet? For eksempel: punkt 7
recommendations-the-answer = { -Council-the }s svar
recommendations-date = Dato
recommendations-after = { $n ->
    [one] efter { $n } dag
   *[other] efter { $n } dage
}
recommendations-answered-by = Skrevet ind af
recommendations-deadline-is = { -Council-the } svarer senest { $date }.
recommendations-deadline-was = { -Council-the } skulle have svaret { $date }.
recommendations-no-answer = Der er ikke kommet et svar endnu.
recommendations-missing = { $n ->
    [one] Én anbefaling mangler stadig et svar.
   *[other] { $n } anbefalinger mangler stadig et svar.
}
recommendations-deeds = Det blev det til
recommendations-deeds-none = Der er ikke lavet en aftale endnu. En aftale siger, hvem der gør hvad hvornår.
recommendations-make-commitment = Lav en aftale ud af den
recommendations-way = Anbefalingens vej
recommendations-written-by = Begyndt af { $name }
recommendations-fact-none = Ingen endnu
recommendations-fact = { $n ->
    [one] { $n } anbefaling
   *[other] { $n } anbefalinger
}, { $answered } besvaret
recommendations-todo-write-detail = Hvad skal der ske, og hvorfor? Du kan gemme en kladde, som de andre kan rette i.
recommendations-todo-write-button = Skriv
recommendations-todo-submit = Send anbefaling { $number } til { -council-the }: { $title }
recommendations-todo-submit-several = Send de { $n } kladder til { -council-the }
recommendations-todo-submit-detail = Når I er enige om teksten. { -Council-the } får besked med det samme.
recommendations-todo-submit-button = Se kladden
recommendations-todo-answer = Svar på anbefaling { $number }: { $title }
recommendations-todo-answer-more = { $n ->
    [one] Og én anbefaling mere venter på svar
   *[other] Og { $n } anbefalinger mere venter på svar
}
recommendations-mine-answer-by = { $space } · senest { $date }
recommendations-mine-answered = { -Council-the } svarede på anbefaling { $number }: { $title }
recommendations-mine-answered-detail = { $space } · { $date }
outcome-approved = Godkendt
outcome-partly = Delvist godkendt
outcome-noted = Taget til efterretning
outcome-rejected = Afvist
recommendations-not-draft-title = Den kan ikke rettes mere
recommendations-not-draft = Anbefalingen er sendt til { -council-the }. Derfor ligger teksten fast.
recommendations-handed-over-title = Anbefalingerne er afleveret
recommendations-handed-over = Alle anbefalinger er sendt til { -council-the }. Derfor kan I ikke skrive nye. Skal I skrive flere, så bed sekretæren om at flytte forløbet tilbage til dialogen.
recommendations-not-submitted-title = Den er ikke sendt endnu
recommendations-not-submitted = Anbefalingen er stadig en kladde. { -Council-the } kan først svare, når den er sendt.
recommendations-answered-title = Der er allerede svaret
recommendations-answered = { -Council-the } har svaret på den her anbefaling. Gå tilbage, og læs svaret. Er der en fejl i det, kan det rettes med et nyt svar.
done-recommendations-written = Kladden er gemt. De andre på holdet kan se den og rette i den.
done-recommendations-submitted = Anbefalingen er sendt. { -Council-the } har fået besked.
done-recommendations-answered = Svaret er givet. Alle, der har været med, får besked.
verb-recommendations-write = { $who } skrev på anbefaling { $number }: { $title }
verb-recommendations-submit = { $who } sendte anbefaling { $number } til { -council-the }: { $title }
verb-recommendations-answer = { $who } gav { -council-the }s svar på anbefaling { $number } ({ $title }): { $outcome }
mail-submitted-subject = { $space }: { $n ->
    [one] anbefaling { $number } venter på svar
   *[other] { $n } anbefalinger venter på svar
}
mail-submitted-body = Fra »{ $space }« er sendt til { -council-the }:

    { $titles }

    De, der har skrevet, venter på et klart svar og en begrundelse til hver enkelt.
mail-submitted-action = Læs det hele
mail-answer-approved-subject = { $space }: { -council-the } siger ja til anbefaling { $number }
mail-answer-approved-body = { -Council-the } har svaret på anbefaling { $number }, »{ $title }«. Svaret er: Godkendt.

    Begrundelsen er:

    { $reason }

    Nu skal det blive til noget. På siden kan du se, hvem der gør hvad.
mail-answer-approved-action = Se svaret
mail-answer-partly-subject = { $space }: { -council-the } siger ja til noget af anbefaling { $number }
mail-answer-partly-body = { -Council-the } har svaret på anbefaling { $number }, »{ $title }«. Svaret er: Delvist godkendt.

    Begrundelsen er:

    { $reason }

    Det, der er sagt ja til, skal nu blive til noget. På siden kan du se, hvem der gør hvad.
mail-answer-partly-action = Se svaret
mail-answer-noted-subject = { $space }: { -council-the } har svaret på anbefaling { $number }
mail-answer-noted-body = { -Council-the } har svaret på anbefaling { $number }, »{ $title }«. Svaret er: Taget til efterretning. Den er læst og bliver brugt i det videre arbejde, men der bliver ikke lovet noget nu.

    Begrundelsen er:

    { $reason }
mail-answer-noted-action = Se svaret
mail-answer-rejected-subject = { $space }: { -council-the } siger nej til anbefaling { $number }
mail-answer-rejected-body = { -Council-the } har svaret på anbefaling { $number }, »{ $title }«. Svaret er: Afvist.

    Begrundelsen er:

    { $reason }

    Tak, fordi du var med. Det, I har skrevet, står stadig på siden.
mail-answer-rejected-action = Se svaret

recommendations-unfinished = { $n ->
    [one] 1 anbefaling venter på svar
   *[other] { $n } anbefalinger venter på svar
 }
glance-unanswered = Venter på svar
glance-unanswered-defined = Anbefalinger, der er sendt til { -council-the } og ikke har fået svar. Dage er regnet fra den dag, svaret var lovet til.
glance-unanswered-none = { $all ->
    [one] Besvaret
   *[other] Alle { $all } besvaret
}
glance-unanswered-waiting = { $waiting } venter
glance-unanswered-late = { $days ->
    [one] { $waiting } venter, 1 dag over tiden
   *[other] { $waiting } venter, { $days } dage over tiden
}

versions-title = Versioner
versions-lead = Her kan du se, hvem der har skrevet hvad hvornår. En ældre version kan hentes frem igen. Intet går tabt.
versions-one = Version { $version }, { $date }
versions-by = Version { $version } af { $name }
versions-count = { $n ->
    [one] Der er { $n } version
   *[other] Der er { $n } versioner
}
versions-note = Hvorfor retter du?
versions-note-hint = Én linje, så de andre kan følge med
versions-compared = Fra version { $from } til { $to }
versions-same = De to versioner siger det samme.
versions-only-one = Der er kun én version. Når nogen retter i teksten, kan du sammenligne her.
versions-from = Fra
versions-to = Til
versions-compare = Sammenlign
versions-all = Alle versioner
versions-what-changed = Se, hvad der blev rettet
versions-restore = Hent den frem igen
versions-restored = Hentet fra version { $version }
versions-suggested = Foreslået af { $name }
versions-deleted = Slettet:
versions-added = Tilføjet:
suggestion-title = Forslag til ændring
suggestion-title-many = Forslag til ændringer
suggestion-make = Foreslå en ændring
suggestion-make-number = Foreslå en ændring af anbefaling { $number }
suggestion-lead = Ret teksten, så den siger det, du synes. De, der skriver på anbefalingen, ser dine ord ved siden af deres. De siger ja, eller de siger nej og hvorfor.
suggestion-note = Hvorfor foreslår du det?
suggestion-note-hint = Skriv det kort. Det er det, de andre læser først.
suggestion-why = Hvorfor
suggestion-send = Send forslaget
suggestion-nothing = Du har ikke rettet noget endnu. Ret i teksten, før du sender.
suggestion-from = Forslag fra { $name }
suggestion-see = Se forslaget
suggestion-open = Venter på svar
suggestion-accepted = Taget med
suggestion-declined = Ikke taget med
suggestion-withdrawn = Trukket tilbage
suggestion-open-n = { $n ->
    [one] Ét forslag til ændring venter på jer
   *[other] { $n } forslag til ændringer venter på jer
}
suggestion-waiting-title = Forslag, der venter på jer
suggestion-changes = Det ændrer forslaget
suggestion-moved = Teksten er rettet, siden forslaget blev skrevet. Her ser du forslaget lagt ind i teksten, som den er nu.
suggestion-already = Teksten siger det allerede.
suggestion-settle = Skal det med?
suggestion-accept = Tag det med
suggestion-accept-hint = Så bliver det en ny version. Den gamle kan hentes frem igen.
suggestion-decline = Sig nej tak
suggestion-decline-send = Send svaret
suggestion-why-not = Hvorfor ikke?
suggestion-why-not-hint = Det læser den, der har foreslået det
suggestion-settled-by = { $name }, { $date }
suggestion-withdraw = Træk mit forslag tilbage
suggestion-settled-title = Forslaget er afgjort
suggestion-settled = Nogen har allerede svaret på forslaget. Gå tilbage, og se, hvad det blev til.
suggestion-does-not-fit-title = Teksten bliver for lang
suggestion-does-not-fit = Teksten er rettet, siden forslaget blev skrevet. Sammen bliver de to for lange. Ret kladden selv, og sig så nej tak til forslaget med en tak.
sources-title = Det bygger på
sources-none = Der er ikke valgt noget endnu.
sources-choose = Vælg, hvad den bygger på
sources-lead = Vælg ideer, udsagn fra dialogen og beslutninger fra møderne. Så kan { -council-the } se, hvor anbefalingen kommer fra. Og de, der gav ideen, kan se, hvad den blev til.
sources-search = Søg i forløbet
sources-found = Det kan du vælge
sources-add = Vælg
sources-remove = Fjern
sources-done = Tilbage til anbefalingen
sources-nothing-title = Vi fandt ikke noget
sources-nothing = Prøv et andet ord. Kun det, alle i forløbet kan se, kan vælges.
sources-not-there-title = Den findes ikke her
sources-not-there = Det, du valgte, er ikke i forløbet mere, eller det kan ikke ses af alle. Gå tilbage, og vælg noget andet.
sources-used-title = Anbefalinger
sources-used-none = Den bruges ikke i en anbefaling endnu.
sources-used-in = Bruges i anbefaling { $number }: { $title }
sources-write = Skriv en anbefaling ud fra den
stance-title = Opbakning
stance-for = Støtter
stance-against = Støtter ikke
stance-abstains = Undlader
stance-i-for = Jeg støtter den
stance-i-against = Jeg støtter den ikke
stance-i-abstain = Jeg undlader at tage stilling
stance-mine = Støtter du anbefalingen?
stance-change = Ret mit svar
stance-statement = Det vil jeg gerne have med
stance-statement-hint = Støtter du den ikke, bliver det din mindretalsudtalelse. Den følger med til { -council-the }.
stance-save = Gem mit svar
stance-tally = { $for } støtter, { $against } støtter ikke, { $abstain } undlader
stance-silent = { $n ->
    [one] Ét medlem har ikke svaret.
   *[other] { $n } medlemmer har ikke svaret.
}
stance-outdated = { $n ->
    [one] Ét af svarene er givet, før teksten sidst blev rettet.
   *[other] { $n } af svarene er givet, før teksten sidst blev rettet.
}
stance-none = Ingen medlemmer har sagt, om de støtter den.
stance-none-yet = Ingen har sagt endnu, om de støtter den.
stance-minority = Mindretalsudtalelse fra { $name }
stance-said = { $name } siger
stance-todo = { $n ->
    [one] Sig, om du støtter en anbefaling
   *[other] Sig, om du støtter { $n } anbefalinger
}
stance-todo-button = Svar
submission-title = Aflevering
submission-many = Afleveringer
submission-subtitle = Aflevering { $number }
submission-line = { $date } · { $n ->
    [one] { $n } anbefaling
   *[other] { $n } anbefalinger
} · { $name }
submission-see = Se afleveringen
submission-choose = Send anbefalinger til { -council-the }
submission-lead = Vælg de anbefalinger, der er færdige. De bliver sendt samlet, med begrundelser, kilder, opbakning og mindretal.
submission-which = Hvilke skal med?
submission-none-chosen = Vælg mindst én anbefaling.
submission-final = Når I sender dem, ligger teksten fast. { -Council-the } får besked og skal svare på hver enkelt.
submission-send = Send de valgte
submission-nothing-title = Der er ingen kladder
submission-nothing = Alle anbefalinger er sendt.
submission-frozen = Sådan blev anbefalingerne afleveret. Teksten ændrer sig aldrig mere.
submission-pdf = Hent som PDF
submission-json = Hent som data (JSON)
submission-handed = Afleveret
submission-by = Afleveret af
submission-count = Anbefalinger
submission-answer-by = Svar senest
submission-item = Se svaret og vejen for anbefaling
submission-frame = Opgaven i én sætning
submission-contents = Anbefalingerne
submission-number = Nr.
submission-seal-title = Sådan kan du se, at intet er ændret
submission-seal = Tallet her er regnet ud af hele afleveringen (SHA-256) og står også i forløbets journal. Er bare ét tegn ændret, bliver tallet et andet.
submission-page = Side
submission-of = af
recommendations-answer-all = Svar på dem, der venter
recommendations-answer-more = { $n ->
    [one] Bagefter venter { $n } mere.
   *[other] Bagefter venter { $n } mere.
}
recommendations-answer-send-next = Giv svaret, og gå til den næste
recommendations-see-whole = Se kilder og hele anbefalingen
recommendations-correct = Ret svaret
recommendations-correct-number = Ret svaret på anbefaling { $number }
recommendations-correct-lead = Et svar bliver rettet med et nyt svar. Det gamle kan stadig ses.
recommendations-correct-final = Alle, der har været med, får besked om det nye svar.
recommendations-correct-send = Giv det nye svar
recommendations-correction = Hvorfor bliver svaret rettet?
recommendations-correction-hint = For eksempel: Beløbet var forkert
recommendations-is-corrected = Svaret er rettet.
recommendations-earlier = Svaret { $date } var: { $outcome }
recommendations-earlier-by = Skrevet ind af { $name }
recommendations-not-in-force = Gælder ikke mere
recommendations-not-answered-title = Der er ikke svaret endnu
recommendations-not-answered = Der er ikke et svar, der kan rettes. Gå tilbage, og giv svaret først.
recommendations-clock-done = { $answered } af { $sent } besvaret
recommendations-clock-all = Alle anbefalinger har fået svar.
followup-title = Hvad blev det til?
followup-lead = Hver anbefaling, der er sendt til { -council-the }: svaret, og hvad der kom ud af det. Og det, der begyndte med det samme.
followup-lead-space = Hver anbefaling herfra: svaret, og hvad der kom ud af det. Og det, der begyndte med det samme.
followup-see = Se, hvad det blev til
followup-everywhere = Se det for alle forløb
followup-figures = Vis kun
followup-waiting = Venter på svar
followup-committee = Forløb
followup-any-committee = Alle forløb
followup-only-late = Kun det, der er over tiden
followup-none-title = Der er ikke noget at vise
followup-none = Når den første anbefaling er sendt, eller nogen begynder med det samme, kan du følge det her.
followup-all = Vis alle
followup-deed = { $who } med { $with } · senest { $date }
followup-table = Hent som regneark (CSV)
followup-follow = Følg med i en nyhedslæser (Atom)
followup-feed = Hvad blev det til? { $name }
followup-entry = { $status }: { $title } ({ $space })
followup-entry-deed = { $what } – { $who }, senest { $date }: { $status }
followup-sent = Sendt
followup-answer = Svar
followup-answered = Besvaret
followup-with = Sammen med
followup-at-once = Begyndte med det samme
followup-at-once-lead = Det ventede ikke på et svar fra { -council-the }. Nogen fik en idé, mødet besluttede det, eller nogen sagde, at de ville gøre det.
followup-at-once-all = Se alle { $n }
followup-recommendations = Anbefalingerne
followup-span-idea = { $n ->
    [0] Fra idé til i gang: samme dag
    [one] Fra idé til i gang: 1 dag
   *[other] Fra idé til i gang: { $n } dage
 }
followup-span-decision = { $n ->
    [0] Fra beslutning til i gang: samme dag
    [one] Fra beslutning til i gang: 1 dag
   *[other] Fra beslutning til i gang: { $n } dage
 }
followup-span-statement = { $n ->
    [0] Fra udsagn til i gang: samme dag
    [one] Fra udsagn til i gang: 1 dag
   *[other] Fra udsagn til i gang: { $n } dage
 }
followup-span-agreed = { $n ->
    [0] Fra aftale til i gang: samme dag
    [one] Fra aftale til i gang: 1 dag
   *[other] Fra aftale til i gang: { $n } dage
 }
followup-not-begun = Aftalt { $date }
followup-came-of-idea = Kom af idéen:
followup-came-of-decision = Kom af beslutningen:
followup-came-of-statement = Kom af udsagnet:
followup-origin = Kom af
followup-origin-title = Titel
followup-origin-idea = Idé
followup-origin-decision = Beslutning på et møde
followup-origin-statement = Udsagn
followup-origin-nothing = Aftalt direkte
followup-started = I gang fra
followup-days = Dage til i gang
followup-hours = Timer lovet
followup-hours-used = Timer brugt
followup-money = Kroner lovet
followup-money-used = Kroner brugt
followup-rooms = Lokaler lovet
followup-staff = Medarbejdere lovet
followup-milestones-reached = Delmål nået
followup-milestones = Delmål i alt
followup-milestone-next = Næste delmål
field-statement = Udtalelse
field-stance = Støtte
field-decision = Svar
field-number = Nummer
field-submitted-at = Afleveret
field-suggested-at = Foreslået
stored-recommendation-version = Versioner af anbefalinger, du har skrevet
stored-suggestion = Ændringer, du har foreslået
stored-suggestion-settled = Forslag, du har svaret på
stored-stance = Om du støtter anbefalinger
stored-submission = Anbefalinger, du har sendt til { -council-the }
stored-earlier-answer = Svar, du har skrevet ind, og som er rettet siden
done-recommendations-restored = Den ældre version er hentet frem.
done-suggestion-made = Forslaget er sendt. Du får besked, når der er svar.
done-suggestion-accepted = Forslaget er taget med. Den, der foreslog det, får besked.
done-suggestion-declined = Svaret er sendt til den, der foreslog det.
done-suggestion-withdrawn = Dit forslag er trukket tilbage.
done-sources-added = Den er valgt.
done-sources-removed = Den er fjernet.
done-stance-taken = Dit svar er gemt. Du kan rette det, til anbefalingen er sendt.
done-recommendations-submitted-all = Anbefalingerne er sendt. { -Council-the } har fået besked.
done-recommendations-answered-next = Svaret er givet. Her er den næste.
done-recommendations-corrected = Det nye svar er givet. Alle, der har været med, får besked.
verb-recommendations-suggest = { $who } foreslog en ændring af anbefaling { $number }: { $title }
verb-recommendations-accept = { $who } tog et forslag med i anbefaling { $number }: { $title }
verb-recommendations-decline = { $who } sagde nej tak til et forslag til anbefaling { $number }: { $title }
verb-recommendations-correct = { $who } rettede { -council-the }s svar på anbefaling { $number } ({ $title }): { $outcome }
verb-recommendations-remind = Svarfristen nærmer sig. Anbefalinger, der venter på svar: { $n }
verb-recommendations-overdue = Svarfristen er overskredet. Anbefalinger, der mangler svar: { $n }
act-recommendations-withdraw = Trak et forslag til en anbefaling tilbage
act-recommendations-source = Valgte, hvad en anbefaling bygger på
act-recommendations-stance = Sagde, om en anbefaling har støtte
mail-suggestion-subject = { $space }: et forslag til anbefaling { $number }
mail-suggestion-body = Der er et forslag til en ændring af anbefaling { $number }, »{ $title }«, som du har skrevet på.

    { $note }

    På siden ser du ordene ved siden af jeres. I kan tage det med, eller sige nej tak og hvorfor.
mail-suggestion-action = Se forslaget
mail-suggestion-accepted-subject = { $space }: dit forslag er taget med
mail-suggestion-accepted-body = Dit forslag til anbefaling { $number }, »{ $title }«, er taget med. Tak.
mail-suggestion-accepted-action = Se teksten
mail-suggestion-declined-subject = { $space }: svar på dit forslag
mail-suggestion-declined-body = Dit forslag til anbefaling { $number }, »{ $title }«, er ikke taget med. Svaret er:

    { $reason }
mail-suggestion-declined-action = Se svaret
mail-answer-corrected-subject = { $space }: svaret på anbefaling { $number } er rettet
mail-answer-corrected-body = { -Council-the } har rettet svaret på anbefaling { $number }, »{ $title }«.

    Det er rettet, fordi: { $why }

    Svaret er nu: { $outcome ->
        [approved] Godkendt
        [partly] Delvist godkendt
        [rejected] Afvist
       *[noted] Taget til efterretning
    }

    { $reason }
mail-answer-corrected-action = Se svaret
mail-answer-soon-subject = { $space }: { $n ->
    [one] én anbefaling
   *[other] { $n } anbefalinger
} skal have svar senest { $date }
mail-answer-soon-body = { -Council-the } har lovet svar senest { $date }. { $days ->
    [0] Det er i dag.
    [one] Det er i morgen.
   *[other] Det er om { $days } dage.
} { $n ->
    [one] Én anbefaling venter.
   *[other] { $n } anbefalinger venter.
}
mail-answer-soon-action = Svar nu
mail-answer-long-late-subject = { $space }: svaret er { $days } dage over tiden
mail-answer-long-late-body = { -Council-the } lovede svar senest { $date }. Det er { $days } dage siden. { $n ->
    [one] Én anbefaling mangler stadig et svar.
   *[other] { $n } anbefalinger mangler stadig et svar.
} Kommunens administratorer har også fået besked.
mail-answer-long-late-action = Se, hvad der mangler
mail-answer-escalated-subject = { $space }: et lovet svar er { $days } dage over tiden
mail-answer-escalated-body = Forløbet »{ $space }« fik lovet svar senest { $date }. { $n ->
    [one] Én anbefaling mangler stadig et svar.
   *[other] { $n } anbefalinger mangler stadig et svar.
} De, der svarer, er mindet om det og har ikke gjort det. Du får besked, fordi du er administrator. Sørg for, at nogen svarer, eller at der bliver aftalt en ny dato.
mail-answer-escalated-action = Se, hvad der mangler
mail-answer-late-subject = { $space }: svaret er { $days ->
    [one] én dag
   *[other] { $days } dage
} over tiden
mail-answer-late-body = { -Council-the } lovede svar senest { $date }. { $n ->
    [one] Én anbefaling mangler stadig et svar.
   *[other] { $n } anbefalinger mangler stadig et svar.
}
mail-answer-late-action = Se, hvad der mangler
sources-became = Del af anbefaling { $number }
