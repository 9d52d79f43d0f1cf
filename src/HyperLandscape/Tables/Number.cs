using System.Globalization;

namespace HyperLandscape.Tables;

/// <summary>Numbers from UTF-8 text in the invariant culture, correctly rounded.</summary>
internal static class Number
{
    private const ulong LargestExactInteger = 1UL << 53;

    // The powers of ten that a double holds exactly.
    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads a decimal number. Short ones, an integer up to 2^53 and a power of ten up to 22, take one multiplication
    /// or division of exact doubles, which rounds once and hence correctly; all others go to the base class library,
    /// which also knows NaN and Infinity.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        int at = negative ? 1 : 0;
        ulong digits = 0;
        int count = 0;
        int scale = 0;
        int perDigit = 0; // 0 before the decimal point, -1 behind it
        for (; at < text.Length; at++)
        {
            uint digit = text[at] - (uint)'0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
                scale += perDigit;
            }
            else if (text[at] == '.' && perDigit == 0)
            {
                perDigit = -1;
            }
            else
            {
                break;
            }
        }

        if (count is > 0 and <= 19 && digits <= LargestExactInteger && TryExponent(text[at..], ref scale) && scale is >= -22 and <= 22)
        {
            value = scale < 0 ? digits / PowersOfTen[-scale] : digits * PowersOfTen[scale];
            value = negative ? -value : value;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
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
