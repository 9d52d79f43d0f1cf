using System.Globalization;
using System.Text;
using CsCheck;
using HyperLandscape.Tables;

namespace HyperLandscape.Tests.Tables;

public sealed class TablePropertyTests
{
    private static readonly Gen<string> Labels = Gen.Char["ab ,;\t\"\n\ré'"].Array[0, 6].Select(characters => "k" + new string(characters));

    [Fact]
    public void Any_table_is_read_as_it_was_written() =>
        Gen.Select(Labels.ArrayUnique[1, 5], Gen.Double[-1e6, 1e6].ArrayUnique[1, 6], Gen.Int[0, int.MaxValue]).Sample((labels, numbers, seed) =>
        {
            var random = new Random(seed);
            char separator = ",;\t"[random.Next(3)];
            var fitness = new Dictionary<(string, double), double>();
            foreach (string label in labels)
            {
                foreach (double number in numbers)
                    fitness.Add((label, number), random.NextDouble());
            }

            var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "");
            AppendRow(text, random, separator, ["label", "number", "f"]);
            (string, double)[] keys = [.. fitness.Keys];
            random.Shuffle(keys);
            foreach ((string label, double number) key in keys)
                AppendRow(text, random, separator, [key.label, Text(key.number), Text(fitness[key])]);

            var landscape = Csv.Read(text.ToString(), new CsvOptions { Ordinal = ["number"] }); // 0 and 1 alone would be false and true
            Assert.Equal(fitness.Count, landscape.Count);
            for (int vertex = 0; vertex < landscape.Count; vertex++)
                Assert.Equal(fitness[(landscape[vertex].Label("label"), double.Parse(landscape[vertex].Label("number"), CultureInfo.InvariantCulture))], landscape.Fitness[vertex]);
        });

    [Fact]
    public void Numbers_are_rounded_as_by_the_base_class_library() =>
        Gen.Select(Gen.Long, Gen.Int[-30, 30], Gen.Int[0, 19], Gen.Int[0, 3]).Sample((digits, exponent, length, form) =>
        {
            string text = digits.ToString(CultureInfo.InvariantCulture);
            text = text[..Math.Min(text.Length, length + 2)];
            text = form switch
            {
                0 => text,
                1 => $"{text}e{exponent}",
                2 => $"{text}.{length:D3}E{exponent:+00;-00}",
                _ => $"{(digits < 0 ? "-" : "")}.{Math.Abs(digits / 2)}",
            };
            Assert.True(Number.TryParse(Encoding.UTF8.GetBytes(text), out double value));
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value));
        });

    /// <summary>Digits of any count, and what lies next to halfway between two doubles, where rounding is decided late.</summary>
    [Fact]
    public void Long_decimals_are_rounded_as_by_the_base_class_library()
    {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++)
        {
            ulong bits = (ulong)random.NextInt64() & 0xF_FFFF_FFFF_FFFF | ((ulong)random.Next(950, 1100) << 52);
            double number = BitConverter.UInt64BitsToDouble(bits);
            string text = (i % 4) switch
            {
                0 => number.ToString("R", CultureInfo.InvariantCulture),
                1 => number.ToString("E18", CultureInfo.InvariantCulture),
                2 => ((decimal)random.NextDouble() + (decimal.One / 3)).ToString(CultureInfo.InvariantCulture)[..(8 + random.Next(12))],
                _ => $"{(1L << 53) + random.Next(1 << 20)}{"5"[..random.Next(2)]}e{random.Next(-40, 41)}",
            };
            Assert.True(Number.TryParse(Encoding.UTF8.GetBytes(text), out double value));
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), $"{text} is {expected:R}, not {value:R}");
        }
    }

    [Theory]
    [InlineData("12345678x")]
    [InlineData("1234567:")]
    [InlineData("0.1234567/")]
    [InlineData("0.12345678901234567890x")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1x")]
    public void Other_text_is_no_number(string text) => Assert.False(Number.TryParse(Encoding.UTF8.GetBytes(text), out _));

    private static void AppendRow(StringBuilder text, Random random, char separator, string[] fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            bool quote = fields[i].AsSpan().IndexOfAny("\"\n\r,;\t") >= 0 || random.Next(3) == 0;
            text.Append(i > 0 ? $"{separator}" : "").Append(quote ? $"\"{fields[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : fields[i]);
        }

        text.Append(random.Next(2) == 0 ? "\n" : "\r\n");
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
