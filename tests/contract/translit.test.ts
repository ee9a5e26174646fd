import { expect, test } from 'vitest';
import { translit } from '#contract/translit.ts';

// The examples printed in the table of the resolution of 27.01.2010 No 55.
test.each(Object.entries({
  Алушта: 'Alushta', Андрій: 'Andrii', Борщагівка: 'Borshchahivka', Борисенко: 'Borysenko', Вінниця: 'Vinnytsia', Володимир: 'Volodymyr', Гадяч: 'Hadiach', Богдан: 'Bohdan',
  Згурський: 'Zghurskyi', Ґалаґан: 'Galagan', Ґорґани: 'Gorgany', Донецьк: 'Donetsk', Дмитро: 'Dmytro', Рівне: 'Rivne', Олег: 'Oleh', Есмань: 'Esman', Єнакієве: 'Yenakiieve', Гаєвич: 'Haievych',
  Житомир: 'Zhytomyr', Жанна: 'Zhanna', Жежелів: 'Zhezheliv', Закарпаття: 'Zakarpattia', Казимирчук: 'Kazymyrchuk', Медвин: 'Medvyn', Михайленко: 'Mykhailenko',
  Іванків: 'Ivankiv', Іващенко: 'Ivashchenko', Їжакевич: 'Yizhakevych', Кадиївка: 'Kadyivka', "Мар'їне": 'Marine', Йосипівка: 'Yosypivka', Стрий: 'Stryi', Олексій: 'Oleksii', Київ: 'Kyiv', Коваленко: 'Kovalenko',
  Лебедин: 'Lebedyn', Леонід: 'Leonid', Миколаїв: 'Mykolaiv', Маринич: 'Marynych', Ніжин: 'Nizhyn', Наталія: 'Nataliia', Одеса: 'Odesa', Онищенко: 'Onyshchenko', Полтава: 'Poltava', Петро: 'Petro',
  Решетилівка: 'Reshetylivka', Рибчинський: 'Rybchynskyi', Суми: 'Sumy', Соломія: 'Solomiia', Тернопіль: 'Ternopil', Троць: 'Trots', Ужгород: 'Uzhhorod', Уляна: 'Uliana', Фастів: 'Fastiv', Філіпчук: 'Filipchuk',
  Харків: 'Kharkiv', Христина: 'Khrystyna', 'Біла Церква': 'Bila Tserkva', Стеценко: 'Stetsenko', Чернівці: 'Chernivtsi', Шевченко: 'Shevchenko', Шостка: 'Shostka', Кишеньки: 'Kyshenky', Щербухи: 'Shcherbukhy', Гоща: 'Hoshcha',
  Гаращенко: 'Harashchenko', Юрій: 'Yurii', Корюківка: 'Koriukivka', Яготин: 'Yahotyn', Ярошенко: 'Yaroshenko', Костянтин: 'Kostiantyn', Знамʼянка: 'Znamianka', 'Знам’янка': 'Znamianka', Феодосія: 'Feodosiia', Розгон: 'Rozghon',
}))('%s → %s', (from, to) => expect(translit(from)).toBe(to));

test('parts of a name begin anew, capitals stay capitals', () => {
  expect(translit('Івано-Франківськ')).toBe('Ivano-Frankivsk');
  expect(translit('Нова Юхимівка')).toBe('Nova Yukhymivka');
  expect(translit('Корсунь-Ямпіль')).toBe('Korsun-Yampil');
  expect(translit('ЩЕРБУХИ, ЮРІЙ')).toBe('SHCHERBUKHY, YURII');
  expect(translit('Щ')).toBe('Shch');
  expect(translit('«Яр»')).toBe('«Yar»');
});

test('what is not Ukrainian stays', () => {
  expect(translit('Berlin 2020, № 7')).toBe('Berlin 2020, № 7');
  expect(translit('')).toBe('');
});
