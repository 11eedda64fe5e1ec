import SchoolRules
import Web

/// Problems of lists as schools have them: what was mended, what is in doubt, what somebody must decide.
extension ImportFault {
    // MARK: The sheet

    static let sheetLeftOut = warning(
        "sheet_left_out",
        Text(
            ky: "Бул баракта тизме жок, ал окулган жок.", ru: "На этом листе нет списка, он не прочитан.",
            kk: "Бұл парақта тізім жоқ, ол оқылмады.", en: "This sheet holds no list; it was not read."))

    static func rowLeftOut(_ text: String) -> ImportFault {
        let text = String(text.prefix(40))
        return warning(
            "row_left_out",
            Text(
                ky: "«\(text)»: жыйынтык же кол тамга сабы, алынган жок.",
                ru: "«\(text)»: строка итога или подписи, не взята.",
                kk: "«\(text)»: қорытынды не қолтаңба жолы, алынбады.",
                en: "“\(text)”: a line of totals or signatures, left out."))
    }

    static func guessedColumn(_ header: String, _ meaning: Text) -> ImportFault {
        warning(
            "guessed_column",
            Text(
                ky: "«\(header)» тилкесинин мазмуну боюнча «\(meaning.ky)» деп окулду, текшериңиз.",
                ru: "Столбец «\(header)» по содержанию принят за «\(meaning.ru)», проверьте.",
                kk: "«\(header)» бағаны мазмұны бойынша «\(meaning.kk)» деп оқылды, тексеріңіз.",
                en: "The column “\(header)” looks like “\(meaning.en)” and was read so; please check."))
    }

    static let brokenFormula = error(
        "broken_formula",
        Text(
            ky: "Уячада формуланын катасы турат. Маанисин кол менен жазыңыз.",
            ru: "В ячейке ошибка формулы. Впишите само значение.",
            kk: "Ұяшықта формула қатесі тұр. Мәнін қолмен жазыңыз.",
            en: "The cell shows an error of its formula. Type the value itself."))

    // MARK: Names

    static func mixedLetters(_ before: String, _ after: String) -> ImportFault {
        warning(
            "mixed_letters",
            Text(
                ky: "«\(before)» ичинде латын тамгалары бар, «\(after)» деп окулду.",
                ru: "В «\(before)» латинские буквы, прочитано как «\(after)».",
                kk: "«\(before)» ішінде латын әріптері бар, «\(after)» деп оқылды.",
                en: "“\(before)” has Latin letters; it was read as “\(after)”."))
    }

    static func remarkInName(_ remark: String) -> ImportFault {
        warning(
            "remark_in_name",
            Text(
                ky: "\(remark) аттын ичинде турат, алынган жок.", ru: "\(remark) стоит в имени и не взято.",
                kk: "\(remark) аттың ішінде тұр, алынбады.", en: "\(remark) stands inside the name and was left out."))
    }

    static func digitsInName(_ text: String) -> ImportFault {
        error(
            "bad_name",
            Text(
                ky: "«\(text)»: аттын ичинде сан бар. Тамгаларды текшериңиз.",
                ru: "«\(text)»: в имени цифры. Проверьте буквы.",
                kk: "«\(text)»: аттың ішінде цифр бар. Әріптерді тексеріңіз.",
                en: "“\(text)”: there are digits in the name. Check its letters."))
    }

    static func onlyInitials(_ name: String) -> ImportFault {
        warning(
            "only_initials",
            Text(
                ky: "\(name): аты толук жазылган эмес.", ru: "\(name): имя записано не полностью.",
                kk: "\(name): аты толық жазылмаған.", en: "\(name): the name is not written in full."))
    }

    // MARK: Days, numbers, telephones

    static func centuryGuessed(_ text: String, _ day: Day) -> ImportFault {
        warning(
            "century_guessed",
            Text(
                ky: "«\(text)» \(day) деп окулду: жылды төрт сан менен жазыңыз.",
                ru: "«\(text)» прочитано как \(day): пишите год четырьмя цифрами.",
                kk: "«\(text)» \(day) деп оқылды: жылды төрт санмен жазыңыз.",
                en: "“\(text)” was read as \(day): write the year with four digits."))
    }

    static func oddAge(_ text: String) -> ImportFault {
        warning(
            "odd_age",
            Text(
                ky: "Туулган күнү «\(text)» болушу күмөн, жылын текшериңиз.",
                ru: "Дата рождения «\(text)» сомнительна, проверьте год.",
                kk: "Туған күні «\(text)» күмәнді, жылын тексеріңіз.",
                en: "The date of birth “\(text)” is doubtful; check the year."))
    }

    static func classBecameDate(_ text: String) -> ImportFault {
        error(
            "bad_class",
            Text(
                ky: "Класс датага айланып калган (\(text)). Уячаны текст кылып, классты кайра жазыңыз.",
                ru: "Класс превратился в дату (\(text)). Сделайте ячейку текстовой и впишите класс заново.",
                kk: "Сынып күнге айналып кеткен (\(text)). Ұяшықты мәтін етіп, сыныпты қайта жазыңыз.",
                en: "The class turned into a date (\(text)). Make the cell text and type the class again."))
    }

    static func zerosRestored(_ before: String, _ after: String) -> ImportFault {
        warning(
            "zeros_restored",
            Text(
                ky: "«\(before)» башындагы нөлдөрүн жоготкон, \(after) деп окулду.",
                ru: "«\(before)» без нулей в начале, прочитано как \(after).",
                kk: "«\(before)» басындағы нөлдерін жоғалтқан, \(after) деп оқылды.",
                en: "“\(before)” has lost its zeros in front; it was read as \(after)."))
    }

    static func doubtfulNumber(_ number: String, _ doubt: NationalNumber.Doubt) -> ImportFault {
        warning("doubtful_pin", doubtWords(number, doubt))
    }

    private static func doubtWords(_ number: String, _ doubt: NationalNumber.Doubt) -> Text {
        switch doubt {
        case .checkDigit:
            Text(
                ky: "\(number): текшерүү саны туура келбейт, кайра караңыз.",
                ru: "\(number): контрольная цифра не сходится, проверьте.",
                kk: "\(number): бақылау цифры сәйкес емес, тексеріңіз.",
                en: "\(number): the check digit does not agree; please check.")
        case .noDay:
            Text(
                ky: "\(number): ичиндеги күн жок күн, кайра караңыз.",
                ru: "\(number): в номере нет такой даты, проверьте.",
                kk: "\(number): нөмірдегі күн жоқ, тексеріңіз.", en: "\(number) holds no real date; please check.")
        case .otherBirthDay:
            Text(
                ky: "\(number): туулган күнүнө туура келбейт.", ru: "\(number): не сходится с датой рождения.",
                kk: "\(number): туған күніне сәйкес емес.", en: "\(number) does not agree with the date of birth.")
        case .otherSex:
            Text(
                ky: "\(number): жынысына туура келбейт.", ru: "\(number): не сходится с полом.",
                kk: "\(number): жынысына сәйкес емес.", en: "\(number) does not agree with the sex.")
        }
    }

    static func badPhone(_ text: String) -> ImportFault {
        warning(
            "bad_phone",
            Text(
                ky: "«\(text)» толук телефон номери эмес.", ru: "«\(text)» не полный номер телефона.",
                kk: "«\(text)» толық телефон нөмірі емес.", en: "“\(text)” is not a whole telephone number."))
    }

    static func secondPhone(_ text: String) -> ImportFault {
        warning(
            "second_phone",
            Text(
                ky: "Биринчи телефон гана алынды, алынбаганы: \(text).",
                ru: "Взят только первый телефон, не взято: \(text).",
                kk: "Тек бірінші телефон алынды, алынбағаны: \(text).",
                en: "Only the first telephone was taken, not \(text)."))
    }

    // MARK: For decision

    static func numberTwice(_ name: String, _ row: Int) -> ImportFault {
        error(
            "pin_twice",
            Text(
                ky: "Ушул эле ПИН \(row)-сапта башка кишиде турат: \(name).",
                ru: "Тот же ПИН в строке \(row) у другого человека: \(name).",
                kk: "Осы ЖСН \(row)-жолда басқа адамда тұр: \(name).",
                en: "Row \(row) has the same PIN for another person: \(name)."))
    }

    static func numberOfAnother(_ name: String) -> ImportFault {
        error(
            "pin_of_another",
            Text(
                ky: "Мектепте бул ПИН башка ысымда: \(name). Бул ошол кишиби, чечиңиз.",
                ru: "В школе этот ПИН у человека с другим именем: \(name). Решите, он ли это.",
                kk: "Мектепте бұл ЖСН басқа есімде: \(name). Сол адам ба, шешіңіз.",
                en: "In the school this PIN belongs to another name: \(name). Decide whether it is the same person."))
    }

    static func doublePerson(_ name: String, _ row: Int) -> ImportFault {
        error(
            "double_person",
            Text(
                ky: "\(name) \(row)-сапта да бар, туулган күнү бир. Бирин өчүрүңүз же ПИНдерин жазыңыз.",
                ru: "\(name) есть и в строке \(row), день рождения тот же. Уберите одного или впишите ПИН обоим.",
                kk: "\(name) \(row)-жолда да бар, туған күні бір. Бірін өшіріңіз не ЖСН жазыңыз.",
                en: "\(name) is in row \(row) too, born on the same day. Remove one or give both their PIN."))
    }

    static func lookAlikeRow(_ name: String, _ row: Int) -> ImportFault {
        warning(
            "look_alike",
            Text(
                ky: "\(row)-саптагы кишиге окшош (\(name)), башка киши катары алынды.",
                ru: "Похож на человека в строке \(row) (\(name)), взят как другой.",
                kk: "\(row)-жолдағы адамға ұқсас (\(name)), басқа адам ретінде алынды.",
                en: "Much like the person in row \(row) (\(name)); taken as another person."))
    }

    static func lookAlikePerson(_ name: String, _ birthDay: String) -> ImportFault {
        let who = birthDay.isEmpty ? name : "\(name), \(birthDay)"
        return warning(
            "look_alike",
            Text(
                ky: "Мектепте окшош киши бар (\(who)), башка киши катары кошулат.",
                ru: "В школе есть похожий человек (\(who)), добавляется как другой.",
                kk: "Мектепте ұқсас адам бар (\(who)), басқа адам ретінде қосылады.",
                en: "The school has a person much like this (\(who)); another person is added."))
    }

    static func notInList(_ schoolClass: String, _ names: [String]) -> ImportFault {
        let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " …" : "")
        return warning(
            "not_in_list",
            Text(
                ky: "\(schoolClass): тизмеде жок, класста кала берет (\(names.count)): \(list).",
                ru: "\(schoolClass): нет в списке, остаются в классе (\(names.count)): \(list).",
                kk: "\(schoolClass): тізімде жоқ, сыныпта қалады (\(names.count)): \(list).",
                en: "\(schoolClass): not in the list, they stay in the class (\(names.count)): \(list)."))
    }
}
