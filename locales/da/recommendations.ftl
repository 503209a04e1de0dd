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
recommendations-changed-meanwhile = Nogen har rettet kladden, mens du skrev. Din tekst er her stadig. Se deres først, og gem så igen, hvis det er din, der skal stå.
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
recommendations-answer-final = Svaret kan ses af alle, der kan se forløbet. Det kan ikke ændres bagefter, og alle, der har været med, får besked.
recommendations-answer-send = Giv svaret
recommendations-outcome = Hvad er svaret?
recommendations-approved-explained = Ja. Det bliver gjort, og der bliver lavet aftaler om hvordan.
recommendations-partly-explained = Ja til noget af det. Begrundelsen siger, hvad der er med, og hvad der ikke er.
recommendations-noted-explained = Det er læst og bliver brugt i det videre arbejde. Der bliver ikke lovet noget nu.
recommendations-rejected-explained = Nej. Begrundelsen siger hvorfor.
recommendations-meeting = Møde
recommendations-meeting-hint = Hvor blev det besluttet? For eksempel: { -Council-the } 24. marts, punkt 7
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
recommendations-not-draft = Anbefalingen er sendt til { -council-the }. Derfor ligger teksten fast. Skriv en ny anbefaling, hvis der er noget, I vil føje til.
recommendations-not-submitted-title = Den er ikke sendt endnu
recommendations-not-submitted = Anbefalingen er stadig en kladde. { -Council-the } kan først svare, når den er sendt.
recommendations-answered-title = Der er allerede svaret
recommendations-answered = { -Council-the } har svaret på den her anbefaling. Et svar kan ikke ændres. Gå tilbage og læs det.
done-recommendations-written = Kladden er gemt. De andre på holdet kan se den og rette i den.
done-recommendations-submitted = Anbefalingen er sendt. { -Council-the } har fået besked.
done-recommendations-answered = Svaret er givet. Alle, der har været med, får besked.
verb-recommendations-write = { $who } skrev på anbefaling { $number }: { $title }
verb-recommendations-submit = { $who } sendte anbefaling { $number } til { -council-the }: { $title }
verb-recommendations-answer = { $who } gav { -council-the }s svar på anbefaling { $number } ({ $title }): { $outcome }
mail-submitted-subject = { $space }: anbefaling { $number } venter på svar
mail-submitted-body = Anbefaling { $number } fra »{ $space }« er sendt til { -council-the }:

    { $title }

    De, der har skrevet den, venter på et klart svar og en begrundelse.
mail-submitted-action = Læs anbefalingen
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
