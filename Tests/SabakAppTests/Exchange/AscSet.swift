@testable import SabakApp

/// An export of aSc Timetables written by hand: two classes, one of them divided, A and B weeks, a double lesson.
struct AscSet {
    var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    var options = "idprefix:%CHRID,groupstype1,decimalseparatordot"
    var days = """
        <daysdefs options="" columns="id,days,name,short">\
        <daysdef id="D0" name="Любой день" days="10000,01000,00100,00010,00001"/>\
        <daysdef id="D1" name="Понедельник" short="Пн" days="10000"/>\
        <daysdef id="D2" name="Вторник" short="Вт" days="01000"/>\
        <daysdef id="D3" name="Среда" short="Ср" days="00100"/>\
        <daysdef id="D4" name="Четверг" short="Чт" days="00010"/>\
        <daysdef id="D5" name="Пятница" short="Пт" days="00001"/></daysdefs>
        """
    var weeks = """
        <weeksdefs><weeksdef id="W0" weeks="11"/><weeksdef id="W1" weeks="10"/><weeksdef id="W2" weeks="01"/>\
        <weeksdef id="W3" weeks="10,01"/></weeksdefs>
        """
    var teachers = """
        <teachers><teacher id="T1" name="Осмонова Гүлнара" short="ОГ" firstname="Гүлнара" lastname="Осмонова"/>\
        <teacher id="T2" name="Роза Ким" short="КР"/></teachers>
        """
    var classes = """
        <classes><class id="*1" name="7А" short="7А" grade="7"/><class id="*2" name="7-Б" short="7Б"/>\
        <class id="*3" name="Коридор" short="кор"/></classes>
        """
    var groups = """
        <groups><group id="G1" classid="*1" name="Весь класс" entireclass="1" divisiontag="0"/>\
        <group id="G2" classid="*1" name="Группа 1" entireclass="0" divisiontag="1"/>\
        <group id="G3" classid="*1" name="Группа 2" entireclass="0" divisiontag="1"/>\
        <group id="G4" classid="*2" name="Весь класс" entireclass="1" divisiontag="0"/></groups>
        """
    var lessons = """
        <lessons><lesson id="L1" subjectid="S1" classids="*1" groupids="G1" teacherids="T1" periodspercard="1" \
        periodsperweek="2.0"/><lesson id="L2" subjectid="S2" classids="*1" groupids="G2" teacherids="T1" \
        periodspercard="1" periodsperweek="1.0"/><lesson id="L3" subjectid="S2" classids="*1" groupids="G3" \
        teacherids="T2" periodspercard="1" periodsperweek="1.0"/><lesson id="L4" subjectid="S3" classids="*1,*2" \
        groupids="G1,G4" teacherids="T2" periodspercard="2" periodsperweek="2.0"/><lesson id="L5" subjectid="S4" \
        classids="*2" groupids="G4" teacherids="T1" periodspercard="1" periodsperweek="0.5"/></lessons>
        """
    var cards = """
        <cards><card lessonid="L1" classroomids="R1" period="1" weeks="11" terms="1" days="10000"/>\
        <card lessonid="L2" classroomids="" period="2" weeks="11" terms="1" days="10000"/>\
        <card lessonid="L3" classroomids="" period="2" weeks="11" terms="1" days="10000"/>\
        <card lessonid="L4" classroomids="R2" period="3" weeks="11" terms="1" days="00100"/>\
        <card lessonid="L5" classroomids="" period="1" weeks="01" terms="1" days="00001"/></cards>
        """

    var text: String {
        """
        \(head)<timetable ascttversion="2024.1" importtype="database" options="\(options)" defaultexport="1">\
        <periods><period name="1" short="1" period="1" starttime="8:00" endtime="8:45"/>\
        <period name="2" short="2" period="2" starttime="8:55" endtime="9:40"/></periods>\(days)\(weeks)\
        <termsdefs><termsdef id="Y" terms="1"/></termsdefs>\
        <subjects><subject id="S1" name="Алгебра"/><subject id="S2" name="Английский язык"/>\
        <subject id="S3" name="Физкультура"/><subject id="S4" name="Астрономия"/></subjects>\(teachers)\
        <classrooms><classroom id="R1" name="214"/><classroom id="R2" name="зал"/></classrooms>\
        \(classes)\(groups)\(lessons)\(cards)</timetable>
        """
    }

    var bytes: [UInt8] { Array(text.utf8) }

    func read() throws -> TimetableDraft { try AscTimetable.read(bytes, named: "school.xml") }

    /// `L1 1.1 every 214`: lesson, day and number, weeks, room.
    static func cards(_ draft: TimetableDraft) -> [String] {
        draft.cards.map { card in
            "\(card.lesson) \(card.weekday).\(card.period.number) \(card.parity.rawValue) \(card.room)".trimmedSpaces
        }
    }
}
