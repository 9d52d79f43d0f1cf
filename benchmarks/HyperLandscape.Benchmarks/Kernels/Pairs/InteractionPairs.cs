using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>Kernels over squares and planes that lie side by side, against loops over single ones.</summary>
internal static class InteractionPairs
{
    private const int Levels = 8;

    public static KernelPair Squares(int length)
    {
        double[][] corners = [.. Enumerable.Range(1, 4).Select(seed => RandomValues.Of(length, seed))];
        SquareCounts expected = default;
        SquareCounts actual = default;
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual("Squares", [expected], [actual]);
        return pair;

        void Scalar()
        {
            SquareCounts counts = default;
            for (int i = 0; i < length; i++)
                counts.Add(corners[0][i], corners[1][i], corners[2][i], corners[3][i], 0.001);
            expected = counts;
        }

        void Library()
        {
            var kernel = default(SquareKernel);
            kernel.Add(corners[0], corners[1], corners[2], corners[3], 0.001);
            actual = kernel.Counts();
        }
    }

    /// <summary>Of one change at eight levels of another axis.</summary>
    public static KernelPair Effects(int planes) => Effects<Off>(planes, effect => effect);

    /// <summary>Likewise, of signs.</summary>
    public static KernelPair Signs(int planes) => Effects<On>(planes, effect => Math.Sign(effect));

    /// <summary>Of the differences of two runs.</summary>
    public static KernelPair Deviation(int length)
    {
        double[] from = RandomValues.Of(length, 1);
        double[] to = RandomValues.Of(length, 2);
        double expected = 0;
        double actual = 0;
        var pair = new KernelPair(Scalar, () => actual = GridEffects.Deviation(from, to));
        pair.Scalar();
        pair.Library();
        Agreement.RequireNear("Deviation", expected, actual);
        return pair;

        void Scalar()
        {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < length; i++)
            {
                double effect = to[i] - from[i];
                double deviation = effect - mean;
                mean += deviation / (i + 1);
                squares += deviation * (effect - mean);
            }

            expected = Math.Sqrt(squares / length);
        }
    }

    private static KernelPair Effects<TSigns>(int planes, Func<double, double> ofEffect)
        where TSigns : struct, IFlag
    {
        double[] low = RandomValues.Of(Levels * planes, 1);
        double[] high = RandomValues.Of(Levels * planes, 2);
        (double Products, double Squares) expected = default;
        (double Products, double Squares) actual = default;
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireNear("Squares of effects", expected.Squares, actual.Squares);
        Agreement.RequireNear("Squared sums of effects", expected.Products + expected.Squares, actual.Products + actual.Squares);
        return pair;

        void Scalar()
        {
            expected = default;
            for (int plane = 0; plane < planes; plane++)
            {
                double sum = 0;
                double squares = 0;
                for (int at = plane; at < low.Length; at += planes)
                {
                    double effect = ofEffect(high[at] - low[at]);
                    sum += effect;
                    squares += effect * effect;
                }

                expected.Products += ((sum * sum) - squares) / 2;
                expected.Squares += (Levels - 1) * squares / 2;
            }
        }

        void Library()
        {
            var kernel = default(EffectKernel<TSigns, Off>);
            kernel.Add(low, high, planes, Levels, planes);
            (actual.Products, actual.Squares) = kernel.Sums();
        }
    }
}
