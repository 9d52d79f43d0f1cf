using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace HyperLandscape.Tables;

/// <summary>Numbers from UTF-8 text in the invariant culture, correctly rounded.</summary>
internal static class Number
{
    private const ulong LargestExactInteger = 1UL << 53;
    private const int MostDigits = 19; // all such integers are below 2^64

    // The powers of ten that a double holds exactly.
    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads a decimal number. Short ones, an integer up to 2^53 and a power of ten up to 22, take one multiplication
    /// or division of exact doubles, which rounds once and hence correctly; nearly all others of up to 19 digits are
    /// rounded by <see cref="Scaling"/>; the rest goes to the base class library, which also knows NaN and Infinity.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        int start = negative ? 1 : 0;
        ulong digits = 0;
        int at = ReadDigits(text, start, ref digits);
        int count = at - start;
        int scale = 0;
        if (at < text.Length && text[at] == '.')
        {
            int point = at + 1;
            at = ReadDigits(text, point, ref digits);
            scale = point - at;
            count -= scale;
        }

        if (count > MostDigits)
            count -= LeadingZeros(text[start..at]);
        if (count is > 0 and <= MostDigits && TryExponent(text[at..], ref scale))
        {
            bool isExact = digits <= LargestExactInteger && scale is >= -22 and <= 22;
            if (isExact)
                value = scale < 0 ? digits / PowersOfTen[-scale] : digits * PowersOfTen[scale];
            else if (!Scaling.TryScale(digits, scale, out value))
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
            value = negative ? -value : value;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Appends the digits that stand from here on to a number, eight at a time where there are as many; returns where they end.</summary>
    private static int ReadDigits(ReadOnlySpan<byte> text, int at, ref ulong number)
    {
        while (text.Length - at >= 8 && TryEightDigits(BinaryPrimitives.ReadUInt64LittleEndian(text[at..]), out ulong eight))
        {
            number = (number * 100_000_000) + eight;
            at += 8;
        }

        for (; at < text.Length && text[at] - (uint)'0' is <= 9 and uint digit; at++)
            number = (number * 10) + digit;
        return at;
    }

    /// <summary>The number that eight digits make, the first of them in the lowest byte: neighbours are joined to pairs, fours, eight.</summary>
    private static bool TryEightDigits(ulong text, out ulong number)
    {
        ulong digits = text ^ 0x3030_3030_3030_3030; // a digit becomes its value, anything else more than 9
        ulong pairs = ((digits & 0x000F_000F_000F_000F) * 10) + ((digits >> 8) & 0x000F_000F_000F_000F);
        ulong fours = ((pairs & 0x0000_00FF_0000_00FF) * 100) + ((pairs >> 16) & 0x0000_00FF_0000_00FF);
        number = ((fours & 0xFFFF_FFFF) * 10_000) + (fours >> 32);
        return ((digits | (digits + 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0) == 0;
    }

    /// <summary>Zeros in front of the first other digit, the decimal point passed over.</summary>
    private static int LeadingZeros(ReadOnlySpan<byte> number)
    {
        int end = number.IndexOfAnyExcept((byte)'0', (byte)'.');
        return number[..(end < 0 ? number.Length : end)].Count((byte)'0');
    }

    /// <summary>Adds the exponent, if there is one and nothing else, such as "e-05".</summary>
    private static bool TryExponent(ReadOnlySpan<byte> text, ref int scale)
    {
        if (text.IsEmpty)
            return true;
        if (text.Length is < 2 or > 5 || (text[0] | 0x20) != 'e')
            return false;
        int first = text[1] is (byte)'-' or (byte)'+' ? 2 : 1;
        int exponent = 0;
        for (int i = first; i < text.Length; i++)
        {
            uint digit = text[i] - (uint)'0';
            if (digit > 9)
                return false;
            exponent = (exponent * 10) + (int)digit;
        }

        scale += text[1] == '-' ? -exponent : exponent;
        return first < text.Length;
    }
}
