using HyperLandscape.Numerics;

namespace HyperLandscape.Experiments;

/// <summary>
/// The Sobol sequence in Gray code order, with the primitive polynomials and initial numbers of Joe and Kuo (2008),
/// new-joe-kuo-6, each coordinate exclusive-ored with a random number of its own.
/// </summary>
internal static class SobolSequence
{
    private const int Bits = 32;

    /// <summary>Of every axis but the first: the inner coefficients of the polynomial as bits, then its initial numbers, one per degree.</summary>
    private static readonly uint[][] Polynomials =
    [
        [0, 1],
        [1, 1, 3],
        [1, 1, 3, 1],
        [2, 1, 1, 1],
        [1, 1, 1, 3, 3],
        [4, 1, 3, 5, 13],
        [2, 1, 1, 5, 5, 17],
        [4, 1, 1, 5, 5, 5],
        [7, 1, 1, 7, 11, 19],
        [11, 1, 1, 5, 1, 1],
        [13, 1, 1, 1, 3, 11],
        [14, 1, 3, 5, 5, 31],
        [1, 1, 3, 3, 9, 7, 49],
        [13, 1, 1, 1, 15, 21, 21],
        [16, 1, 3, 1, 13, 27, 49],
        [19, 1, 1, 1, 15, 7, 5],
        [22, 1, 3, 1, 15, 13, 25],
        [25, 1, 1, 5, 5, 19, 61],
        [1, 1, 3, 7, 11, 23, 15, 103],
        [4, 1, 3, 7, 13, 13, 15, 69],
    ];

    /// <summary>The points; coordinates are fractions of 2^64. They start over after 2^32.</summary>
    /// <exception cref="ArgumentException">The dimension is larger than 21.</exception>
    public static IEnumerable<ulong[]> Points(int dimension, int seed)
    {
        if (dimension > Polynomials.Length + 1)
            throw new ArgumentException($"The space has {dimension} hyperparameters; the Sobol sequence is known here for up to {Polynomials.Length + 1}. Use a LatinHypercubeSubset or a RandomSubset.", nameof(dimension));
        var random = new RandomStream(seed, 2);
        var shift = new ulong[dimension];
        for (int axis = 0; axis < dimension; axis++)
            shift[axis] = random.Next();
        return Points(shift);
    }

    /// <summary>The points, each coordinate exclusive-ored with its shift.</summary>
    public static IEnumerable<ulong[]> Points(ulong[] shift)
    {
        uint[][] directions = [.. shift.Select((_, axis) => Directions(axis))];
        ulong[] point = [.. shift];
        for (uint index = 0; ; index++)
        {
            yield return point;
            int bit = Math.Min(Bits - 1, (int)uint.TrailingZeroCount(~index));
            for (int axis = 0; axis < point.Length; axis++)
                point[axis] ^= (ulong)directions[axis][bit] << Bits;
        }
    }

    /// <summary>Direction numbers as fractions of 2^32: those given, then by the recurrence of the polynomial.</summary>
    private static uint[] Directions(int axis)
    {
        var directions = new uint[Bits];
        uint[] polynomial = axis == 0 ? [] : Polynomials[axis - 1];
        int degree = Math.Max(0, polynomial.Length - 1);
        for (int i = 0; i < Bits; i++)
        {
            if (degree == 0 || i < degree)
            {
                directions[i] = (degree == 0 ? 1 : polynomial[i + 1]) << (Bits - 1 - i);
                continue;
            }

            uint next = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
                next ^= (polynomial[0] >> (degree - 1 - k) & 1) * directions[i - k];
            directions[i] = next;
        }

        return directions;
    }
}
