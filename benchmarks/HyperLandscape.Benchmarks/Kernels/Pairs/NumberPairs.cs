using System.Runtime.Intrinsics;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Reference;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>Kernels over arrays of numbers, against loops over their elements.</summary>
internal static class NumberPairs
{
    private const int Bits = 256;
    private const int Dimensions = 100;
    private const float Exponent = 0.7f;
    private const double SinglePrecision = 2e-6;

    public static KernelPair BlockedSum(int length)
    {
        double[] values = RandomValues.Of(length, 1);
        double expected = 0;
        double actual = 0;
        var pair = KernelPair.OnOneThread(Scalar, () => actual = Numerics.BlockedSum.Of(values));
        pair.Scalar();
        pair.Library();
        Agreement.RequireNear("Sum", expected, actual, 1e-10); // the plain loop's own error
        return pair;

        void Scalar()
        {
            double sum = 0;
            foreach (double value in values)
                sum += value;
            expected = sum;
        }
    }

    /// <summary>Mean and three central moments.</summary>
    public static KernelPair Moments(int length)
    {
        double[] values = RandomValues.Of(length, 1);
        double expected = 0;
        double actual = 0;
        var pair = KernelPair.OnOneThread(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireNear("Sum of moments", expected, actual);
        return pair;

        void Scalar()
        {
            double mean = 0;
            foreach (double value in values)
                mean += value / length;
            double sum = 0;
            foreach (double value in values)
            {
                double distance = value - mean;
                double square = distance * distance;
                sum += square + (square * distance) + (square * square);
            }

            expected = sum / length;
        }

        void Library()
        {
            var moments = Numerics.Moments.Of(values);
            actual = moments.Second + moments.Third + moments.Fourth;
        }
    }

    /// <summary>How often each of 256 bits is set in so many sets.</summary>
    public static KernelPair BitCounts(int length)
    {
        var random = new Random(1);
        Vector256<ulong>[] sets = [.. Enumerable.Range(0, length).Select(_ => Vector256.Create(random.NextInt64(), random.NextInt64(), random.NextInt64(), random.NextInt64()).AsUInt64())];
        int[] expected = [];
        Numerics.BitCounts? actual = null;
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Counts", expected, [.. Enumerable.Range(0, Bits).Select(bit => actual![bit])]);
        return pair;

        void Scalar()
        {
            var counts = new int[Bits];
            foreach (Vector256<ulong> set in sets)
            {
                for (int bit = 0; bit < Bits; bit++)
                    counts[bit] += (int)(set[bit / 64] >> (bit % 64) & 1);
            }

            expected = counts;
        }

        void Library()
        {
            actual = new Numerics.BitCounts();
            foreach (Vector256<ulong> set in sets)
                actual.Add(set);
        }
    }

    /// <summary>Powers of floats, 16 at a time, the last ones short of that padded with 1.</summary>
    public static KernelPair Power(int length)
    {
        int lanes = Vector512<float>.Count;
        float[] values = [.. RandomValues.Of(length, 1).Select(value => (float)(value + 1)), .. Enumerable.Repeat(1f, lanes)];
        var expected = new float[length];
        var actual = new float[values.Length];
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        for (int i = 0; i < length; i++)
            Agreement.RequireNear("Power", expected[i], actual[i], SinglePrecision);
        return pair;

        void Scalar()
        {
            for (int i = 0; i < expected.Length; i++)
                expected[i] = MathF.Pow(values[i], Exponent);
        }

        void Library()
        {
            for (int i = 0; i < length; i += lanes)
                Numerics.Power.Of(Vector512.Create(values.AsSpan(i, lanes)), Exponent).CopyTo(actual.AsSpan(i));
        }
    }

    /// <summary>From one point to all others in 100 dimensions, or fewer if there are fewer numbers: the three forms of distance.</summary>
    public static KernelPair PointRows(int length)
    {
        int dimensions = Math.Min(Dimensions, length / 2);
        int count = length / dimensions;
        double[] coordinates = RandomValues.Of(count * dimensions, 1);
        float[] floats = [.. coordinates.Select(value => (float)value)];
        var points = new Embedding(dimensions, coordinates);
        Embeddings.PointRows[] rows = [.. new[] { PointDistance.Euclidean, PointDistance.Manhattan, PointDistance.Hamming }.Select(distance => Embeddings.PointRows.Of(points, distance, new double[dimensions]))];
        var expected = new float[3 * count];
        var actual = new float[3 * count];
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        for (int i = 0; i < expected.Length; i++)
            Agreement.RequireNear("Distance", expected[i], actual[i], SinglePrecision);
        return pair;

        void Scalar()
        {
            for (int other = 0; other < count; other++)
            {
                float squares = 0;
                float differences = 0;
                float different = 0;
                for (int i = 0; i < dimensions; i++)
                {
                    float difference = floats[i] - floats[(other * dimensions) + i];
                    squares += difference * difference;
                    differences += Math.Abs(difference);
                    different += difference == 0 ? 0 : 1;
                }

                expected[3 * other] = squares;
                expected[(3 * other) + 1] = differences;
                expected[(3 * other) + 2] = different;
            }
        }

        void Library()
        {
            for (int other = 0; other < count; other++)
            {
                for (int form = 0; form < rows.Length; form++)
                    actual[(3 * other) + form] = rows[form].Raw(0, rows[form], other);
            }
        }
    }

    /// <summary>Of the largest power of two of values, against the sum by signs, one hyperparameter after the other.</summary>
    public static KernelPair WalshHadamard(int length)
    {
        int order = (int)Math.Log2(length);
        SearchSpace space = new([.. Enumerable.Range(0, order).Select(h => Hyperparameter.Boolean($"h{h}"))]);
        Landscape landscape = Landscape.Create(space, RandomValues.Of(1 << order, 1));
        double[] expected = [];
        WalshHadamardSpectrum? actual = null;
        var pair = KernelPair.OnOneThread(Scalar, () => actual = WalshHadamardSpectrum.Of(landscape));
        pair.Scalar();
        pair.Library();
        for (int share = 1; share <= order; share++)
            Agreement.RequireNear("Share of an order", ShareOfOrder(expected, share), actual!.ShareOfOrder(share));
        return pair;

        void Scalar()
        {
            double[] from = landscape.Fitness.ToArray();
            for (int stride = 1; stride < from.Length; stride *= 2)
            {
                var to = new double[from.Length];
                for (int i = 0; i < from.Length; i++)
                    to[i] = (i & stride) == 0 ? (from[i] + from[i + stride]) / 2 : (from[i - stride] - from[i]) / 2;
                from = to;
            }

            expected = from;
        }
    }

    public static KernelPair Checksum(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        ulong expected = 0;
        ulong actual = 0;
        var pair = new KernelPair(() => expected = ReferenceXxHash64.Of(bytes), () => actual = XxHash64.Of(bytes));
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual("Checksum", [expected], [actual]);
        return pair;
    }

    private static double ShareOfOrder(double[] coefficients, int order)
    {
        double own = 0;
        double all = 0;
        for (int subset = 1; subset < coefficients.Length; subset++)
        {
            double energy = coefficients[subset] * coefficients[subset];
            all += energy;
            own += System.Numerics.BitOperations.PopCount((uint)subset) == order ? energy : 0;
        }

        return own / all;
    }
}
