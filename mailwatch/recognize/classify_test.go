package recognize

import (
	"testing"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/newtext"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// sentences are the core of letters, one way of saying it each.
var sentences = map[rules.MessageKind][]string{
	rules.MessageRejection: {
		"After reviewing your background, we won't be moving ahead with your candidacy.",
		"We will not be progressing your application any further.",
		"We've decided not to pursue your application.",
		"You have not been selected for an interview.",
		"Your application for Analyst was unsuccessful on this occasion.",
		"We regret to advise that you were not successful in securing the role.",
		"At this point we are focusing on candidates with more directly relevant experience.",
		"We have chosen to proceed with other applicants whose qualifications better match our needs.",
		"Unfortunately, the position has already been filled.",
		"The job you applied for is no longer available.",
		"We are no longer accepting applications for this role and have closed your application.",
		"We decided to go forward with a different candidate.",
		"Your skills are impressive, but we have identified candidates whose experience aligns more closely.",
		"We do not have an opening that matches your skills at this time.",
		"We're unable to move you to the next stage of the process.",
		"Your profile was not shortlisted for this role.",
		"We don't feel that it's the right match for this position.",
		"The hiring team has selected someone else for the job.",
		"Sadly, we can't offer you a place on our graduate scheme this year.",
		"You did not make it to the next round.",
		"It is with regret that I write to tell you that your application has been rejected.",
		"We have made the decision to not move forward with your application.",
		"We will be continuing our search with other candidates.",
		"We have concluded our search for this role and hired another applicant.",
		"This role has been closed and we will not be making a hire.",
		"Thank you for applying. However, we have moved forward with other candidates.",
		"While we were impressed by your resume, we decided to interview other candidates at this time.",
		"Your qualifications do not fit the requirements of the job.",
		"We cannot consider your application, as it arrived after the deadline.",
		"We are not able to take your application forward at this time.",
		"I'm sorry to say that you haven't been successful.",
		"We've gone with another applicant.",
		"Following your interview, we do not wish to proceed further.",
		"You are not being considered for this opportunity any longer.",
		"We have elected to pursue candidates with stronger backgrounds in Go.",
		"The team has decided to pass on your application.",
		"Unfortunately this isn't going to work out, and we will be going with somebody local.",
		"After careful review, we've determined that your experience isn't what we need for this role.",
		"We have withdrawn the vacancy and won't be recruiting for it.",
		"Regrettably your application has not been taken forward.",
		"We have filled the internship for this summer.",
		"Your candidature has not been retained.",
		"We have had to make some tough choices and you will not be invited to interview.",
		"We are moving forward with candidates who more closely match the job.",
		"Although there was a lot to like, we ultimately felt others were a stronger fit for the role.",
		"We have determined that other applicants' qualifications better met our needs.",
		"We've made the decision to not move forward at this time.",
		"Unfortunately, we will not be able to extend you an offer.",
		"Your qualifications did not match our needs at this time.",
		"At this time we are not able to offer you a position.",
		"We will not be inviting you to continue with our interview process.",
		"We don't think you're a fit for the role at this time.",
		"The hiring manager has decided to consider other candidates.",
		"We've decided to keep looking for this role.",
		"We will not be advancing you in the process.",
		"Unfortunately we don't have a position for you.",
		"We have completed our hiring for this role.",
		"We have finished hiring for our internship program and all positions are taken.",
		"Our intern class for this summer is full.",
		"We decided to offer the position to a candidate with more experience.",
		"You have not advanced to the next round.",
		"We are not able to sponsor visas for this position and so cannot consider your application.",
		"We are not hiring interns at the moment.",
		"We will have to decline your application.",
		"We ended up going with someone with more experience.",
		"We are no longer hiring for this role.",
		"We hired someone else for this role.",
		"Thank you for your interest in our company, but we have decided to go another way.",
		"We won't be able to move forward with you at this time.",
		"Sorry, but we will not continue with your candidacy.",
		"We had many applicants and were only able to select a few, and we were unable to select you.",
		"We're sorry that we couldn't find a fit for you this time.",
		"You will not be moving on in the selection process.",
		"Your resume was reviewed but did not meet the minimum qualifications.",
		"We have selected candidates to interview and you were not one of them.",
		"The search committee has narrowed its list to other finalists.",
		"We must inform you that your application could not be considered.",
		"Your candidacy was not successful this time around.",
		"We found a candidate who is a better match.",
		"I'm afraid we're not going to be taking things further with you.",
		"We feel your skills would be better suited elsewhere, and we wish you the best in your job search.",
		"We have opted not to move you forward.",
		"Wir haben uns für eine andere Kandidatin entschieden.",
		"Leider müssen wir Ihnen für die Stelle absagen.",
		"Ihre Bewerbung konnte im weiteren Auswahlverfahren nicht berücksichtigt werden.",
		"Wir können Ihnen leider keine positive Rückmeldung geben.",
		"Wir haben uns entschieden, den Bewerbungsprozess mit dir nicht fortzuführen.",
		"Wir bedauern, Ihnen mitteilen zu müssen, dass die Wahl nicht auf Sie gefallen ist.",
		"Wir werden deine Bewerbung leider nicht weiterverfolgen.",
		"Die Stelle wurde zwischenzeitlich intern vergeben.",
		"Wir mussten uns gegen Ihre Bewerbung entscheiden.",
		"Ihr Profil entspricht leider nicht ganz unseren Vorstellungen.",
		"Deine Bewerbung hat uns gefallen, doch andere haben noch besser gepasst.",
		"Derzeit können wir Ihnen keine passende Position anbieten.",
		"Leider hat es dieses Mal nicht geklappt mit der Bewerbung.",
		"Wir haben andere Bewerberinnen in die engere Wahl genommen und müssen Ihnen daher absagen.",
		"Ihre Unterlagen senden wir Ihnen mit Bedauern zurück, da wir uns anders entschieden haben.",
		"Leider können wir dich nicht zu einem Gespräch einladen.",
		"Für diese Ausschreibung sind Sie leider nicht in die Endauswahl gekommen.",
		"Nous ne donnerons pas suite à votre candidature.",
		"Votre candidature n'a malheureusement pas été sélectionnée.",
		"Nous avons décidé de poursuivre avec d'autres candidats.",
		"Votre profil ne correspond pas à nos attentes actuelles.",
		"Nous sommes au regret de vous annoncer que nous ne pourrons pas vous proposer ce poste.",
		"Nous avons choisi un profil plus expérimenté pour ce poste.",
		"Nous ne pouvons malheureusement pas donner une suite positive à votre demande.",
		"Le poste a déjà été pourvu.",
		"Ta candidature ne sera pas retenue cette fois-ci.",
		"Je suis au regret de vous informer que votre candidature a été rejetée.",
		"Nous avons retenu une autre candidature.",
		"Lamentamos informarte de que no has sido seleccionado para el puesto.",
		"Hemos decidido avanzar con otros candidatos.",
		"Tu perfil no se ajusta a los requisitos de la vacante.",
		"No podemos ofrecerle el puesto en este momento.",
		"La vacante ya está cubierta.",
		"En esta ocasión tu candidatura no continúa en el proceso.",
		"Su solicitud ha sido rechazada.",
		"Helaas hebben we besloten om niet met je verder te gaan in de procedure.",
		"We hebben voor een andere kandidaat gekozen.",
		"Je bent het helaas niet geworden.",
		"De functie is inmiddels intern ingevuld.",
		"Uw profiel sluit onvoldoende aan bij de functie, daarom wijzen wij uw sollicitatie af.",
		"Helaas kunnen wij u geen functie aanbieden.",
	},
	rules.MessageAcknowledgement: {
		"Thank you for your application to Acme. We are excited to review it.",
		"We've received your application and will be in touch soon.",
		"Your application has been submitted.",
		"Thanks for your interest in joining us! Our recruiting team is reviewing your resume.",
		"We have successfully received your resume for the Engineer position.",
		"This email confirms that we received your application.",
		"Thank you for submitting your resume. If there is a match, a recruiter will contact you.",
		"We appreciate your interest in Acme. Your application is under review, and only those selected for an interview will be contacted.",
		"Your application was sent to Acme.",
		"Thanks for applying! While we can't respond to everyone personally, we read every application.",
		"You applied for Data Engineer at Acme.",
		"Thank you for your recent application. We'll review it and get back to you within two weeks.",
		"We got your application! What happens next? Our team reviews it and, if there's a fit, we will schedule a first call.",
		"Thank you for expressing interest in the Analyst position. Due to the volume of applications we can't reply individually. Should you be shortlisted, we will contact you.",
		"Thank you for applying. If your qualifications match our needs you will hear from us. Otherwise we will keep your resume on file for future openings.",
		"Your candidate profile has been created and your application for Engineer was submitted.",
		"Thanks for your interest in Acme. We will review your application and contact you if we would like to move forward.",
		"We appreciate you taking the time to apply. Our recruiters will carefully review your experience.",
		"Thank you for your application. Unfortunately, we cannot respond to every applicant personally.",
		"We received your resume. Please note that because of the number of applicants we only contact those we wish to interview.",
		"Your application is important to us. Please do not reply to this email. You can check your application status online.",
		"Vielen Dank für deine Bewerbung als Entwickler. Wir melden uns bald.",
		"Ihre Bewerbung ist bei uns eingegangen und wird nun geprüft.",
		"Wir bestätigen Ihnen gerne den Eingang Ihrer Unterlagen.",
		"Votre candidature a bien été envoyée.",
		"Nous vous remercions pour votre candidature, que nous allons étudier.",
		"Nous avons bien reçu ton CV. Sans nouvelles de notre part d'ici un mois, considère que ta candidature n'a pas été retenue.",
		"Hemos recibido tu solicitud y la estamos revisando.",
		"Gracias por inscribirte en nuestra oferta.",
		"Bedankt voor je sollicitatie, we nemen zo snel mogelijk contact met je op.",
		"Wij hebben uw cv ontvangen.",
	},
	rules.MessageInterview: {
		"We'd like to invite you to an interview on Tuesday.",
		"Are you available for a phone interview this week?",
		"Please use this link to schedule your interview.",
		"Your interview has been rescheduled to Friday at 3pm.",
		"Unfortunately we need to reschedule your interview.",
		"I'm looking forward to our interview tomorrow at 10.",
		"We have read your application. When are you free for a call about the role?",
		"Sorry, Jane is sick today, can we push the interview to Thursday?",
		"Congratulations, you've made it to the next round! We'd like to schedule an onsite interview.",
		"Wir möchten Sie gerne zu einem Gespräch einladen.",
		"Hättest du am Mittwoch um 15 Uhr Zeit für ein Kennenlernen?",
		"Leider müssen wir das Vorstellungsgespräch absagen und suchen einen neuen Termin.",
		"Nous souhaitons vous rencontrer pour un entretien.",
		"Votre entretien est confirmé pour mardi à 10 h.",
		"Nos gustaría invitarte a una entrevista.",
		"Tu entrevista ha sido reprogramada para el lunes.",
		"Wij nodigen u graag uit voor een sollicitatiegesprek.",
		"Het interview wordt verplaatst naar dinsdag.",
	},
	rules.MessageOffer: {
		"We are excited to offer you the role of Engineer.",
		"I'd like to formally extend an offer of employment to you.",
		"Please find attached your offer letter.",
		"Congratulations! You got the job.",
		"We'd love for you to join our team as a Designer; your contract is attached.",
		"You have been selected for the position and we look forward to welcoming you on board.",
		"Wir möchten Ihnen die Position gerne anbieten.",
		"Anbei findest du deinen Arbeitsvertrag zur Unterschrift.",
		"Nous avons le plaisir de vous offrir le poste.",
		"Nous confirmons votre embauche et vous adressons votre contrat de travail.",
		"Nos complace ofrecerte el puesto.",
		"Wij bieden u graag de functie aan.",
	},
	rules.MessageTimeline: {
		"We will let you know our decision by Friday.",
		"You should hear back from us within two weeks.",
		"We expect to make a decision early next week.",
		"The decision has been delayed until the end of the month.",
		"Wir geben Ihnen bis nächsten Freitag Bescheid.",
		"Unsere Entscheidung fällt Ende Januar.",
		"Nous vous donnerons une réponse d'ici la fin de la semaine.",
		"Te daremos una respuesta antes del viernes.",
		"We laten het je volgende week weten.",
	},
	rules.MessageHolding: {
		"We are still in the interview process and will keep you posted.",
		"We are still talking to other candidates for the role and will be in touch.",
		"I don't have an update yet, but I'll reach out once I do.",
		"Thanks for your patience while we finish our interviews.",
		"Wir haben noch keine Entscheidung getroffen.",
		"Nous n'avons pas encore pris de décision.",
		"Todavía no tenemos una decisión.",
		"We hebben nog geen besluit genomen.",
	},
	rules.MessageQuestion: {
		"Could you please send us your references?",
		"What are your salary expectations?",
		"Please provide a copy of your diploma.",
		"Könnten Sie uns bitte Ihre Gehaltsvorstellungen mitteilen?",
		"Pourriez-vous nous envoyer vos références ?",
		"¿Podrías enviarnos tus referencias?",
		"Kunt u ons uw diploma toesturen?",
	},
	rules.MessageOther: {
		"Thank you for your order. We have received your payment.",
		"I came across your profile and would love to schedule a call about an exciting opportunity.",
		"New jobs for you: apply now!",
		"Get 20% off: a special offer for our best customers.",
		"The committee decided not to move forward with the proposal.",
		"We are hiring! See all open positions.",
		"Your account has been created. Please verify your email address.",
		"He gave an interview to the newspaper on Tuesday about the merger.",
		"The offer from the other company was rejected by the shareholders.",
		"Let me know if you have any questions.",
		"Neue Stellenangebote für Sie: jetzt bewerben!",
		"Votre commande a été expédiée.",
		"Nuevas ofertas de empleo para ti.",
		"Nieuwe vacatures voor jou.",
	},
}

func TestSentences(t *testing.T) {
	right, all := 0, 0
	for _, table := range []map[rules.MessageKind][]string{sentences, letters} {
		for kind, list := range table {
			for _, s := range list {
				all++
				got, confidence, evidence, _ := classify(letterOf("", "", s), false)
				if got == kind {
					right++
					continue
				}
				t.Errorf("%q: %s, not %s (%.2f) %q", s, kind, got, confidence, evidence)
			}
		}
	}
	t.Logf("%d of %d right", right, all)
}

func TestPerson(t *testing.T) {
	for _, c := range []struct {
		from, subject, text string
		want                bool
	}{
		{"rosalind@alderbrook.example", "Re: Follow-up", "No decision yet, sorry.", true},
		{"jobs@alderbrook.example", "Re: Follow-up", "No decision yet, sorry.", true},
		{"jobs@alderbrook.example", "Your application", "You have not been selected.", false},
		{"rosalind@alderbrook.example", "Your application", "You have not been selected.", true},
		{"rosalind@alderbrook.example", "Thank you for applying", "We received your application.", false},
		{"rosalind@alderbrook.example", "News", "This is an automated message. You have not been selected.", false},
	} {
		if _, _, _, got := classify(letterOf(c.from, c.subject, c.text), false); got != c.want {
			t.Errorf("%s, %q, %q: person is %v", c.from, c.subject, c.text, got)
		}
	}
}

// letterOf is a message of which nothing is known but its words.
func letterOf(from, subject, text string) Letter {
	m := &mail.Message{Envelope: mail.Envelope{Subject: subject, Sender: mail.Address{Address: from}}}
	return Letter{Letter: robot.Letter{Letter: newtext.Letter{Message: m, Text: text, Whole: text}}}
}
