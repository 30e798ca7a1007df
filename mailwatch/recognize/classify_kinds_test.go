package recognize

import "testing"

// inOwnWords are outcomes, appointments and conditions as people put them who have no
// letter for it, and what is refused, offered or quoted to somebody else.
var inOwnWords = []reading{
	{"rejection", "Re: Analyst", "Sorry to say it's a no from the partners. They wanted somebody who has run a yard before. Ida"},
	{"rejection", "Re: Coffee", "Sam, we've gone down another path: we need a person with a licence from day one."},
	{"rejection", "Re: Neuigkeiten?", "Hi Sam, aus der Stelle wird leider nichts. Die Chefin möchte lieber jemanden mit Meisterbrief."},
	{"rejection", "Re: Bewerbung", "Hallo Sam, es ist ein Nein geworden, leider. Der Vorstand hat sich umentschieden."},
	{"rejection", "Re: Des nouvelles", "Bonjour Sam, hélas c'est un non. La direction préfère quelqu'un du coin."},
	{"rejection", "Re: Poste", "Sam, ça ne va pas se faire, le client est parti sur une autre piste."},
	{"rejection", "Re: Novedades", "Sam, va a ser que no. El cliente buscaba a alguien con carné de camión."},
	{"rejection", "Re: Puesto", "Hola Sam, finalmente no ha podido ser, lo siento mucho."},
	{"rejection", "Re: Nieuws?", "Sam, helaas is het niets geworden. De klant wil iemand die al ervaring heeft."},
	{"rejection", "Re: Functie", "Sam, het antwoord is nee. De directie slaat een andere weg in."},
	{"rejection", "Feedback", "Dear Sam, your case study was the best of all. Where you fell behind was the budget, and the person we have hired has kept books for years. Ida"},
	{"rejection", "New roles", "Hi Sam, new roles in Leeds! As for the yard manager position you applied for, we are moving other applicants forward."},
	{"other|holding|interview|question", "Re: Dinner", "It's a no from me for Friday, sorry. Saturday?"},
	{"holding|other|timeline", "Re: Analyst", "Hi Sam, it isn't a no. We are still talking to the board."},
	{"other|interview|timeline|holding|question", "Re: Frage", "Leider nein, am Dienstag habe ich keine Zeit. Mittwoch um zehn ginge."},
	{"interview", "Re: Entrevista", "El martes al final no va a poder ser. ¿Te va bien el jueves a las 10?"},
	{"interview", "Entretien", "Mardi ne va pas être possible pour nous. Jeudi à 10 h vous irait ?"},
	{"interview", "Gesprek", "Dinsdag gaat helaas niet lukken. Kan donderdag om 10 uur ook?"},
	{"interview", "Gespräch", "Ich muss Dienstag leider absagen. Ginge Donnerstag um 10 Uhr?"},
	{"interview", "Tuesday", "I must call off our meeting on Tuesday, my son is ill. Could you do Thursday at 10 instead? The job won't run away. Ida"},
	{"interview", "Re: Tuesday", "Perfect, see you Tuesday at ten then. Ring twice."},
	{"interview", "Re: Dienstag", "Passt, bis Dienstag um 10. Klingeln Sie bei Brandt."},
	{"interview", "Re: Mardi", "C'est bien noté pour mardi 10 h. Sonnez chez Brandt."},
	{"interview", "Re: Martes", "Perfecto, nos vemos el martes a las 10. Llama al timbre."},
	{"interview", "Re: Dinsdag", "Prima, tot dinsdag om 10 uur. Bel aan bij Brandt."},
	{"interview", "Format of Tuesday", "We have decided not to go ahead on site on Tuesday; we will talk by video at 10 as planned about the role."},
	{"offer", "Re: trial shift", "Sam, everybody liked you. We'd be lucky to have you in the kitchen. 15 an hour, from Monday. I'll put it in writing tonight."},
	{"offer", "Decision", "You're hired! Start on Monday, 8 sharp."},
	{"offer", "Summer", "We want you on the crew from June to August, 19 dollars an hour. Tell me by Friday or I'll have to ask somebody else."},
	{"offer", "Na dann", "Hallo Sam, wir hätten dich gerne bei uns in der Werkstatt. Den Vertrag lege ich dir am Montag hin. Ida"},
	{"offer", "Alors", "Sam, on te prend avec nous dès lundi, le contrat suit. Ida"},
	{"offer", "Bueno", "Sam, te contratamos. Empiezas el lunes, el contrato te lo mando mañana. Ida"},
	{"offer", "Nou", "Sam, je bent aangenomen! We willen je graag in ons team hebben vanaf maandag. Ida"},
	{"acknowledgement", "Your application", "Thank you for your application. Should it be a no, you will hear by letter; otherwise a partner rings."},
	{"acknowledgement", "Ihre Bewerbung", "Wir haben Ihre Bewerbung erhalten. Wer die Unterlagen nicht vollständig einreicht, kann leider nicht berücksichtigt werden."},
	{"acknowledgement", "Votre candidature", "Nous avons bien reçu votre candidature. Ceux qui ne seront pas retenus recevront une réponse négative."},
	{"acknowledgement", "Tu candidatura", "Hemos recibido tu candidatura. Quienes no pasen a la siguiente fase recibirán un correo con la negativa."},
	{"acknowledgement", "Je sollicitatie", "We hebben je sollicitatie ontvangen. Wie niet wordt uitgenodigd, krijgt een afwijzing per mail."},
	{"acknowledgement", "Ihre Bewerbung", "Wir haben Ihre Bewerbung erhalten. Interne Bewerbungen haben Vorrang."},
	{"acknowledgement", "Your application", "We have received your application. Internal candidates are given priority."},
	{"other", "Votre dossier", "Votre candidature n'a pas été retenue par le bailleur, qui a préféré un dossier avec garant. Agence Nordwind"},
	{"other", "Ihre Bewerbung", "Leider haben wir uns für einen anderen Interessenten entschieden. Die Wohnung in der Nordstraße ist ab März vermietet, die Kaltmiete war vielen zu hoch."},
	{"other", "Tu solicitud", "Lamentamos comunicarte que no has sido seleccionado para el piso de la calle Norte; el propietario prefiere un inquilino con aval."},
	{"other", "Uw reactie", "Helaas bent u het niet geworden: de woonruimte aan de Noordweg ging naar iemand met meer inschrijfduur."},
	{"other", "Your application", "We regret that your application has been declined. The decision follows a credit check; you may ask our lending team for the reasons."},
	{"other", "Your result", "We regret to inform you that you have not been successful in your driving test. You may retake the test after ten days."},
	{"other", "Ergebnis", "Leider haben Sie die Sprachprüfung nicht bestanden. Eine Wiederholung ist im Juni möglich."},
	{"other", "guess what", "So I got my letter from Nordwind. They wrote: \"we have decided to move forward with other candidates and wish you the best\". Oh well. How's your search?"},
	{"other", "tja", "Nordwind hat geschrieben: „Leider haben wir uns für eine andere Bewerberin entschieden.“ Und bei dir?"},
	{"other", "bof", "Réponse de Nordwind : « nous ne donnons pas suite à votre candidature ». Et toi, tu en es où ?"},
	{"other", "pff", "Nordwind schreef: \"helaas hebben we voor een andere kandidaat gekozen\". En hoe gaat het bij jou?"},
	{"other", "Omar", "Omar did well, so we're extending him an offer for the yard. Thanks for sending him to us!"},
	{"other", "Départ", "Chers tous, je quitte Nordwind vendredi. Lina prend le poste. Je vous souhaite une bonne continuation."},
	{"other", "Plumber", "Hi Sam, someone more local will come. He is free Thursday at ten; the boss prefers somebody with a van."},
	{"other|interview", "Re: Gym", "That works, see you at the gym on Thursday."},
	{"timeline", "Re: Role", "The post was offered to somebody else first. We know more by July 3, and you are next in line."},
	{"timeline", "Re: Stelle", "Die Geschäftsführung ist verreist. Spätestens am 3. Juli wissen wir mehr."},
	{"timeline", "Re: Poste", "Une autre personne a reçu la proposition en premier. Nous en saurons plus d'ici le 3 juillet."},
	{"timeline", "Re: Puesto", "La oferta se hizo primero a otra persona. Antes del 3 de julio sabremos más."},
	{"timeline", "Re: Functie", "De functie is eerst aan iemand anders aangeboden. Uiterlijk 3 juli weten we meer."},
	{"timeline|holding", "Stelle", "Die Stelle haben wir zuerst einer anderen Person angeboten. Sollte diese absagen, wären Sie an der Reihe; am 3. Juli wissen wir mehr."},
}

func TestInOwnWords(t *testing.T) {
	for _, c := range inOwnWords {
		v := Read(mailOf("Subject: "+c.subject+"\r\n", c.text), Options{})
		if problem := c.differs(v); problem != "" {
			t.Errorf("%s, %q: %s (%.2f) %q", c.subject, c.text, problem, v.Confidence, v.Evidence)
		}
	}
}
