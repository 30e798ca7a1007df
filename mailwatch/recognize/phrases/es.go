package phrases

// spanish holds the Spanish phrases, of Spain and of America.
const spanish = `
{no} = no|ni|ningún|ninguna|tampoco|nunca|sin
{cand} = candidatura|candidaturas|solicitud|postulación|cv|currículum|curriculum|currículo|perfil|aplicación|inscripción|hoja_de_vida|solicitudes|postulaciones
{puesto} = puesto|puestos|vacante|vacantes|posición|cargo|empleo|oferta|plaza|prácticas|trabajo|oferta_de_empleo|rol|proceso|beca|pasantía
{entrevista} = entrevista|entrevistas|videollamada|llamada|reunión|cita|charla|conversación|videoconferencia|entrevista_telefónica|dinámica|encuentro
{vera} = entrevista|entrevistas
{dia} = lunes|martes|miércoles|jueves|viernes|sábado|mañana|hoy
{mes} = enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre
{cuando} = {dia}|{mes}|próxima_semana|semana_que_viene|semana_próxima|esta_semana|fin_de_mes|final_de_mes|finales|principios|mediados|fin_de_semana|final_de_la_semana|próximo_mes|navidad|semana_santa|semana_del|mes_que_viene|inicios|quincena|fines
{num} = un|una|dos|tres|cuatro|cinco|seis|ocho|diez|quince|unos|unas|par|1|2|3|4|5|6|7|8|10|15|próximos|próximas|algunos|pocos
{lapso} = día|días|semana|semanas|mes|meses|días_hábiles|días_laborables|horas
{otro} = postulante|postulantes|aspirante|aspirantes|otro|otra|otros|otras|candidato|candidata|candidatos|candidatas|persona|personas|perfil|perfiles|candidaturas|alguien

if
	si|cuando|siempre_que|salvo_que
	en caso|el_caso|el_supuesto
	de|caso ser|no_ser|resultar|contrario
	una vez
	solo|sólo|únicamente|solamente .. candidatos|candidaturas|personas|perfiles|quienes
	podría|podríamos|podrías .. ser|contactar|invitar
	si no .. recibes|recibe|tienes|tiene|has
void if
	si .. parece|viene|posible|acuerdo|puedes|puede|interesa|encaja_el|cuadra
	si|cuando tienes|tiene|quieres|desea|necesita .. duda|dudas|pregunta|preguntas|alguna
	saber|confirmar|confirma|confirmarnos|indicar|dinos|decirnos|preguntar si
	aunque si
	podrías|podría .. enviar|confirmar|indicar|decirnos
	que|claro si

not
	{no}
	lamentablemente|desafortunadamente|desgraciadamente|imposible|lamentamos
void not
	no solo|sólo
	no dudes|dude|duden|dudéis .. en
	no responda|responder|respondas|contestar|conteste
	sin compromiso|embargo
	por_qué no

void rejection
	aún|todavía no
	no .. aún|todavía|hasta
	no .. tomado|tomada .. decisión .. final
	entrevistando|conociendo|viendo .. a .. {otro}
	entrevista|cita|reunión|llamada .. no .. podrá|podremos|se_podrá
	otros candidatos .. aún|todavía|pendientes

void offer
	oferta|ofertas de empleo|trabajo|empleos
	ofertas
	oferta .. a|aceptada .. {otro}
	{otro} .. aceptado|ha_aceptado|aceptó .. oferta
	nuestra|esta|la|una|dicha|mejor|última|nueva|otra|misma oferta .. de|publicada|que|en
	inscrito|inscrita|aplicado|postulado|apuntado|inscripción|candidatura .. en|a .. la|nuestra|esta .. oferta
	oferta .. especial|exclusiva|limitada|comercial
	ofrecerte|ofrecerle .. una .. {entrevista}|descuento|cita

acknowledgement 4
	gracias|agradecemos|agradecerte|agradecerle .. por|tu|su|haber|el ... {cand}|postularte|postularse|inscribirte|inscribirse|aplicar|postular|postulado|inscrito|aplicado
	hemos|he|ha|confirmamos .. recibido|registrado|recepción ... {cand}|datos|información
	{cand} .. ha_sido|sido|fue|se_ha|ha|está .. recibida|recibido|registrada|enviada|enviado|registrado|completada|recibida_correctamente|presentada
	recibido|recepción|recibimos .. correctamente|de|tu|su .. {cand}
	acus* .. recibo|recepción
	te has|has|se_ha|ha|te_inscribiste inscrito|postulado|aplicado|apuntado
	tu|su {cand} .. enviada|recibida|registrada|con_éxito|correctamente
	revisaremos|revisará|revisando|revisar|analizaremos|analizará|evaluaremos|evaluará|estudiaremos|estudiará|valoraremos|valorará|evaluando .. tu|su|detenidamente|con|todas|las ... {cand}|datos|atención|información|experiencia
	{cand} ... ha_sido|sido|fue|se_ha .. recibida|recibido|registrada|enviada|enviado|registrado|completada

acknowledgement 2
	gracias|agradecemos .. por|el|tu|su .. interés .. en|mostrado|por
	nos .. pondremos|pondrán .. en_contacto
	nos pondremos en contacto
	contactaremos|contactarán|contactaría .. contigo|con_usted|si|en_caso
	si .. tu|su|el .. {cand} .. encaja|ajusta|seleccionad*|cumple|adecúa|coincide|avanza
	no .. recibes|recibe|recibido|tienes ... noticias|respuesta ... considera|entender|descartad*|seleccionad*
	{cand} .. en .. revisión|estudio|proceso_de_evaluación|evaluación
	equipo .. de .. selección|talento|rrhh|recursos_humanos|recruiting

robot 1
	este|esto|mensaje|correo .. automático|automáticamente|generado
	no .. responda|responder|respondas|conteste|contestar|respondan .. este|mensaje|correo|dirección

own 1
	tu|su candidatura|solicitud|postulación|inscripción

job 2
	tu|su {cand}
	{vera}
	candidato|candidata|candidatos|candidatura|postulación|reclutador|reclutadora|proceso_de_selección|reclutamiento
job 1
	{puesto}

rejection 4
	{no} .. {seguir} ... {cand}|contigo|con_usted|proceso|tu|su
	{no} .. continuar|continuaremos|continuará|continúa|avanzar|avanzaremos|avanza|avanzado|seguir|seguiremos|proseguir|pasado|pasar|prosperado|sigue .. adelante|en_el|con_tu|con_su|en_este|contigo|con_usted|a_la_siguiente|en_nuestro|en_la|siguiente|con_el|con_la|con_este|proceso
	{no} .. sido|fue|has|ha|resultado|resultó|estás|está|resultaste .. {seleccionad}
	{no} .. {seleccionad} .. {cand}|para|en|esta|puesto
	{cand} .. {no} .. {seleccionad}|ajusta|ajuste|encaja|adecúa|cumple|corresponde|continuar*|avanz*|siguiente|adelante|prosperado
	{cand} ... descartada|rechazada|desestimada|denegada|descartado|rechazado
	descartar|descartado|desestimar|rechazar|descartarte|desestimado .. tu|su {cand}
	has sido descartado|descartada
	{no} .. encaja|encajan|ajusta|ajustan|adecúa|adecúan|cumple|cumples|reúne|coincide|corresponde .. con|a|los|lo|al|del|exactamente|completamente|totalmente .. {puesto}|requisitos|buscamos|perfil|necesidades|buscando|requerido|expectativas|criterios
	{decidido} .. {seguir}|optar|continuar|por|avanzar ... {otro}
	{decidido} .. no .. {seguir}|continuar|avanzar|seleccionar|contratar|contar
	{seguir}|continuar|avanzar|optar|optado|seleccionado|elegido|decantado|contratado .. con|por|a .. {otro}|perfiles|quienes
	otro|otra|otros|otras .. {seleccionad}|cuyo_perfil|cuya|se_ajusta|se_ajustan|encajan|encaja|más|mejor|elegida|contratada
	perfiles|candidatos|candidaturas|personas|perfil .. que|más|con|cuyo .. {mejor}|ajustan|encajan|adecúan|experiencia|alineados|cercanos|afines
	{puesto} .. cubierto|cubierta|cerrado|cerrada|cancelado|cancelada|ya_no_está|suspendido|suspendida|ha_sido_cubierta|pausado_definitivamente|desierta|cubrió
	ya .. cubierto|cubierta|cubrir .. {puesto}
	hemos .. cubierto .. {puesto}
	proceso|vacante|búsqueda .. cancelado|cancelada|cerrado|cerrada|suspendido|suspendida|finalizado|detenido|paralizado .. {otro}|sin|definitiv*|indefinid*|candidat*|cubiert*|presupuesto
	{no} .. podemos|podremos|es_posible|ha_sido_posible|poder .. ofrecer|ofrecerte|ofrecerle|avanzar|continuar|contar|incorporar*|contratar*|darte|proceder|aceptar
	{no} .. contar|contaremos|contemos .. contigo|con_usted|con_tu|con_su
	{no} .. tener .. cuenta|en_cuenta .. {cand}
	respuesta .. negativa|desfavorable|no_favorable
	lamentamos|sentimos|lamento|siento|lamentablemente|desafortunadamente|desgraciadamente ... {no} .. {seguir}|{seleccionad}|continu*|avanz*|encaj*|ajust*|posible|podemos|adelante|super*|pasa*|cuent*
	lamentamos|sentimos|lamento|siento|lamentablemente|desafortunadamente|desgraciadamente ... descartad*|rechazad*|desestimad*|{otro}|cubiert*
	{no} .. ha|has|hayas|haya .. pasado|superado .. fase|proceso|siguiente
	{no} .. invitar*|citar*|convocar* .. {entrevista}
	{no} .. la_noticia|las_noticias|la_respuesta|el_resultado .. esperabas|esperaba|querías|deseabas
	{no} .. formar|formarás|formas parte
	en esta|la ocasión .. {no}
	esta ocasión|vez .. {no}
	congelación|congelado|congelada .. contrataciones|contratación|vacante|proceso
	estado .. descartado|descartada|rechazado|rechazada|no_seleccionado|no_seleccionada|desestimado|desestimada|finalizado
	{cand} ... descartado|descartada|rechazado|rechazada|desestimado|desestimada
	decantado|decantó|decantamos|decidido|optado .. por .. {otro}
	optó|eligió|escogió|prefirió|seleccionó|optaron|eligieron|decantó|decantaron .. por|a .. {otro}
	anulado|anulada|suprimido|suprimida|amortizado|amortizada|retirado|retirada .. {puesto}
	{puesto} .. anulado|anulada|suprimido|suprimida|amortizada|retirada|retirado
	no vamos|voy|van a seguir|continuar|avanzar .. contigo|con_usted|con_tu|con_su|proceso

rejection 2.5
	lamentamos|sentimos|lamento|siento|pesar|pena .. informar*|comunicar*|decir*|comentar*

rejection 2.5
	deseamos|deseo|deseándote|deseándole|deseamos_mucho .. {suerte} ... {busqueda}
	{suerte} .. en|con .. tu|su|tus|sus|futuros|la .. {busqueda}
	mucha suerte|éxitos

rejection 2.5
	{no} .. desanimes|desanime|desanimarte|desalientes
	animamos|invitamos|anima|invito|te_animo .. a? .. {volver}|seguir|inscribirte|postular*|aplicar|estar|otras|futuras
	decepcionante|decepción|decepcionar

rejection 1.5
	guardaremos|conservaremos|mantendremos|guardar|conservar|mantener|incorporar .. tu|su|tus|sus .. {cand}|datos|base
	base .. de .. datos
	futuras|próximas|futuros|nuevas .. oportunidades|vacantes|procesos|ofertas|posiciones|búsquedas

rejection 1.5
	decisión .. difícil|fácil|sencilla
	gran|elevado|alto|numerosas .. número|cantidad|volumen|candidaturas .. candidaturas|solicitudes|candidatos|perfiles|recibido
	sin embargo

rejection 1
	lamentablemente|desafortunadamente|desgraciadamente|por_desgracia

rejection 1
	tras|después .. revisar|evaluar|valorar|analizar|estudiar|detenida|cuidadosa|análisis|evaluación|valoración
	no obstante

{seguir} = seguir|seguiremos|continuar|continuaremos|avanzar|avanzaremos|proseguir|proceder|seguir_adelante|adelante
{seleccionad} = seleccionado|seleccionada|seleccionados|elegido|elegida|finalista|preseleccionado|preseleccionada|escogido|escogida|considerado|considerada|aceptado|aceptada|seleccionar|preseleccionados|admitido|admitida
{decidido} = decidido|decidimos|optado|decisión|decantado|hemos_elegido|optamos|resuelto|elegido
{mejor} = mejor|más|mayor|mayormente
{suerte} = suerte|éxito|éxitos|mejor|lo_mejor|mucha_suerte|muchos_éxitos
{busqueda} = búsqueda|futuro|carrera|proyectos|profesional|camino|búsqueda_de_empleo|procesos|futuros|trayectoria
{volver} = volver|presentar*|participar

offer 4 firm
	puesto|trabajo es tuyo|suyo
	plaza|vacante|empleo|puesto|trabajo es tuya|suya|tuyo|suyo

offer 4
	{gusto} ... ofrecerte|ofrecerle|ofreceros|comunicarte|informarte|comunicarle|informarle|confirmarte|hacerte|anunciarte ... {puesto}|{seleccionad}|contrato|oferta|propuesta|incorporación|equipo
	queremos|quisiéramos|nos_gustaría|deseamos|me_gustaría|querríamos .. ofrecerte|ofrecerle|hacerte|hacerle|proponerte|presentarte|enviarte ... {puesto}|contrato|oferta|propuesta
	queremos|nos_gustaría|nos_encantaría .. que .. te_incorpores|se_incorpore|formes_parte|te_unas|trabajes
	oferta|propuesta|carta .. formal|laboral|económica|escrita|de_incorporación|vinculante|de_contratación|oferta
	adjunto|adjunta|adjuntamos|adjuntas|encontrarás|enviaremos|enviamos|envío|remitimos .. contrato|carta_oferta|oferta|propuesta .. de_trabajo|laboral|formal|firm*|económica|contrato|indefinido|detalles
	contrato .. adjunto|firmar|firmado|firma|de_trabajo .. adjunt*|firm*|envi*
	contrato .. de_trabajo|laboral|indefinido .. para|adjunt*|firm*
	has|ha sido {seleccionad} .. para|como .. el|la|puesto|{puesto}
	has|ha|hemos .. {decidido} .. contratarte|contratarle|incorporarte|que_seas
	contratarte|contratarle
	enhorabuena|felicidades|felicitaciones .. {seleccionad}|puesto|equipo|oferta|incorporación|has_sido
	bienvenido|bienvenida .. al|a .. equipo|bordo|empresa|la_familia
	salario|sueldo|retribución .. bruto|anual|mensual .. de|será|sería
	tu|su {cand} .. aceptada|aprobada
	incorporarte|incorporación .. el|partir .. {cuando}|día
	que te|le queremos|quiero
	te|le queremos con|en nosotros|nuestro|equipo
	mando|envío|mandamos|enviamos|mandaré|enviaré|enviaremos|mandaremos .. oferta|propuesta|contrato .. por_escrito|formal|firmar|con_el_salario|con_las_condiciones|económica
	oferta|propuesta .. por_escrito .. salario|fecha|condiciones|firma
	gustaría|encantaría .. que empezaras|empezases|comenzaras|empiece|empieces|comiences|te_incorporaras|se_incorporara
	contrato .. indefinido|temporal .. brutos|anuales

interview 4
	{invitar} ... {entrevista}
	{invitar} .. conocer*|conversar|hablar
	nos|me .. gustaría|encantaría|interesa|interesaría .. conocerte|conocerle|entrevistarte|entrevistarle|hablar|conversar|tener|concertar|agendar|charlar|mantener|programar|coordinar|invitarte|invitarle|reunirnos
	queremos|quisiera|quisiéramos|deseamos|querríamos .. conocerte|conocerle|entrevistarte|entrevistarle|invitarte|invitarle|citarte|agendar|concertar|tener_una|programar
	{agendar} ... {entrevista}
	invitación|convocatoria|citación .. a|para|de .. {entrevista}
	{vera} .. {dia}|{mes}|a_las|será|tendrá_lugar|confirmada|programada|agendada|con|presencial|virtual|técnica
	confirm* .. tu|su|la|nuestra|de|asistencia .. {entrevista}
	{entrevista} .. el|del|será|para .. {dia}|{mes}|día
	disponibilidad|disponible|disponibles|libre|horarios|hueco|huecos ... {entrevista}|hablar|llamar*|{dia}|semana|reunirnos|conversar|videollamada
	qué|cuál|cuándo|indícanos|indíquenos|dinos|indicarnos|decirnos|confírmanos .. día|horario|disponibilidad|hora|horarios|podrías|te_viene|te_va|le_viene ... {entrevista}|hablar|mejor|semana|bien
	elige|elegir|selecciona|seleccionar|reserva|reservar|escoge .. un|tu|el|una .. horario|hora|hueco|fecha|cita
	calendly|enlace_de_reserva
	siguiente|segunda|próxima|última|primera|final .. {vera}|fase .. con|el|será|entrevista|técnica
	pasado|pasas|avanzar|avanzas|avanzado|pasar|superado .. a|la|siguiente .. fase|ronda|etapa .. entrevista|consiste|agendar|será|con
	esperamos|espero|ganas .. verte|verle|conocerte|conocerle|hablar .. el|en|contigo .. {dia}|{mes}|día

move 4 firm
	{mover} .. tu|su|la|nuestra|de|el .. {entrevista}
	{entrevista} .. {movida}
	{entrevista} .. no .. podrá|podremos|puede|podemos .. realizar*|celebrar*|ser|tener|atender*
	otra|nueva|otro|nuevo|diferente .. fecha|hora|horario|día|momento .. {entrevista}
	proponer*|buscar|encontrar|acordar|concretar .. otra|nueva|otro|nuevo .. fecha|hora|horario|día|momento|hueco
	surgido .. imprevisto|contratiempo|problema
{mover} = mover|aplazar|posponer|reprogramar|cancelar|retrasar|cambiar|adelantar|reagendar|anular|modificar|cancelamos|aplazamos
{movida} = movida|aplazada|pospuesta|reprogramada|cancelada|retrasada|cambiada|adelantada|aplazar|posponer|reprogramar|cancelar|mover|cambiar
{invitar} = invitarte|invitarle|invitamos|invito|invitado|invitada|citarte|citarle|citamos|convocarte|convocamos|convocamos_a|invitar|proponerte|proponerle
{agendar} = agendar|concertar|programar|coordinar|organizar|fijar|planificar|cerrar|reservar|acordar|tener|mantener|realizar|hacer|hacerte|tendrás|tendrá|agendemos
{gusto} = gusto|placer|alegra|encantados|complace|complacemos|alegría|encantado|encantada|satisfacción|orgullo

void interview
	gracias|agradecemos|tras|después|durante|desde|luego|agradecerte|agradecerle .. la|tu|su|las|nuestra|por|de .. entrevista|entrevistas|reunión|charla|llamada|tiempo|conversación
	tiempo .. dedicado|dedicaste|invertido
	placer|gusto .. conocerte|conocerle|hablar|charlar|haber
	consejos|preparar|preparación|preguntas|guía .. entrevista|entrevistas
	entrevista .. con_el .. presidente|cantante|actor|ministro
	terminamos|acabamos|finalizamos|cerramos|seguimos|terminaremos|acabaremos|terminado|acabado .. entrevistas

timeline 3
	{para} .. {cuando} ... {responder}|{decision}
	{para} .. {num} .. {lapso} ... {responder}|{decision}
	{responder} ... {para} .. {cuando}
	{responder} ... {para} .. {num} .. {lapso}
	{decision} ... {para} .. {cuando}
	{decision} ... {para} .. {num} .. {lapso}
	{decision} ... {cuando}
	retras* .. hasta|a .. {cuando}
	necesitamos|necesitaremos|tardaremos|llevará .. {num} .. {lapso}
{para} = para|antes|dentro|en|a_más_tardar|a_finales|a_principios|a_mediados|durante|hasta|el|la|esta|este|a_lo_largo|como_máximo|plazo|de_aquí
{responder} = digo|decimos|cuento|confirmo|confirmamos|responderemos|respuesta|responderte|diremos|decirte|contactaremos|informaremos|informarte|avisaremos|noticias|contacto|comunicaremos|comunicarte|comentaremos|contestaremos|contestación|diré|avisaré|escribiré|respondo|responder|feedback|sabremos|novedades|comunicaré|resolveremos
{decision} = decidiré|decido|decidimos|decisión|decidir|decidiremos|resolución|resultado|decidirá|resolver|finalizar|cerrar|comité|conclusión

holding 3
	aún|todavía|seguimos|sigue|continuamos|estamos .. en|evaluando|revisando|entrevistando|valorando|analizando|esperando|pendiente|pendientes|proceso|trabajando|decidiendo
	no .. tenemos|tengo|hay|hemos|ha .. aún|todavía|novedades|decisión|noticias|respuesta|tomado|decidido
	aún|todavía no
	paciencia
	retraso|retrasado|demora|demorado|tardanza|alargado|alargando .. proceso|respuesta|decisión|disculpa*|en
	esperando|pendiente|pendientes|espera .. de? .. respuesta|aprobación|confirmación|feedback|presupuesto|decisión|cliente
	mantendremos|mantendré|mantengo|mantenemos .. informado|informada|al_tanto|al_corriente
	en cuanto .. tenga|tengamos|sepa|sepamos|haya|reciba
	tan_pronto|apenas .. tenga|tengamos|como|sepa|haya
	pasado|trasladado|reenviado|paso|traslado .. tu|su|mensaje|consulta .. equipo|departamento|área|personal|responsable|mensaje|manager|compañera
	{cand} .. en .. revisión|estudio|proceso|evaluación
	no .. olvidado|olvidamos
	más .. tiempo .. previsto|esperado|lo

question 3
	podrías|puedes|podría|puede|podríais .. enviar*|mandar*|facilitar*|indicar*|confirmar*|decir*|compartir*|proporcionar*|adjuntar*|completar|rellenar ... {cosa}
	{enviar} .. nos|me|por_favor|tu|su|tus|una|el|la|los|las ... {cosa}
	{enviar} ... {cosa}
	pasas|mandas|das|dar|darnos|envías|pasar ... {cosa}
	necesitamos|necesitaríamos|necesito|falta|faltan|requerimos|precisamos|haría_falta ... {cosa}
	cuál|cuáles|qué|cuándo .. es|son|sería|serían|podrías|tienes .. {cosa}|incorporarte|empezar|comenzar|expectativas|disponibilidad
	tienes|dispones|tiene|cuentas|posees .. {cosa}|carnet|vehículo|permiso
	estás|estarías|sigues|está|estaría .. {dispuesto}
	completar|rellenar|completa|rellena|cumplimentar|realizar|realiza .. el|un|la|una|este|siguiente|tu .. formulario|cuestionario|prueba|test|encuesta|perfil
	unas|alguna|algunas|una|par .. preguntas|pregunta|duda|dudas .. para|sobre|antes
{enviar} = envíanos|envíame|envíenos|envía|enviarnos|enviarme|mándanos|mándame|facilítanos|indícanos|indíquenos|confírmanos|remítenos|adjúntanos|pásanos|enviarnos|facilitarnos|indicarnos|hacernos_llegar|remitirnos|mandarnos|pasarnos
{cosa} = referencias|referencia|pretensiones|salario|salariales|salarial|sueldo|preaviso|disponibilidad|fecha_de_incorporación|incorporación|título|títulos|titulación|certificado|certificados|documentación|documentos|documento|dni|nie|pasaporte|permiso|visado|nóminas|nómina|portfolio|portafolio|carta|cv|currículum|formulario|copia|número|dirección|datos|iban|expediente|carnet|información|vida_laboral|expectativas
{dispuesto} = dispuesto|dispuesta|interesado|interesada|disponible|abierto|abierta

outreach 3
	visto|encontrado|vi|revisado|encontré|topado|llegado|localizado .. tu|su|con .. perfil|cv|currículum
	tu|su perfil .. en|nos|me|encaja .. linkedin|infojobs|interesante|llamado|interesado|indeed
	nuestro|mi|para cliente|clientes .. busca|está|importante|buscando
	consultora|consultoría|headhunter|cazatalentos .. selección|rrhh|recursos|seleccionando
	abierto|abierta|interesado|interesada .. a|en .. nuevas|escuchar|valorar|nuevos|cambio|propuestas|oportunidades
	oportunidad|posición|vacante|proyecto .. que|podría|puede .. interesarte|interesarle|encajar|interesar
	te|le interesaría|interesa .. escuchar|conocer|valorar|saber

alert 3
	alerta|alertas .. empleo|trabajo|de
	nuevas|últimas|nuevos|mejores .. ofertas|empleos|vacantes|trabajos
	ofertas|empleos|vacantes|trabajos .. para|que|similares|recomendad*|relacionad*|cerca
	inscríbete|postúlate|aplica|apúntate .. ahora|ya|hoy|aquí
	darte|darse|dar|cancelar .. de? .. baja|suscripción
	boletín|newsletter|suscripción
	han|ha .. visto|visitado .. tu|su .. perfil|cv
	pedido|factura|envío|paquete|descuento|rebajas|promoción|compra
	contraseña|código_de_verificación|código_de_seguridad
	verifica|verificar|confirma|confirmar .. tu|su .. correo|email|cuenta|dirección
	consejos|trucos .. entrevista|cv|currículum|empleo
	feria .. empleo

elsewhere 4
	piso|apartamento|vivienda|inmueble|habitación|local .. reservado|alquilado|alquiler|visita|visitar|propietario|vendido|disponible
	alquiler|inmobiliaria|propietario|inquilino|casero
	solicitud|petición .. préstamo|crédito|hipoteca|tarjeta|visado|beca|subvención|ayuda
	préstamo|hipoteca .. solicitud|aprobar|concedido|denegado
	ponencia|comunicación|artículo|propuesta .. congreso|comité_científico|revisores|jornadas

hiring 3
	^ hola|buenos_días|buenas|estimados|queridos a_todos|todos|equipo|compañeros|a_todas
`
