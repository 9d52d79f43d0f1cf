using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Metrics;

public sealed class SquareKernelTests
{
    /// <summary>Ties, differences of about the tolerance, both zeros, the smallest and the largest numbers, whose differences overflow; NaN = missing.</summary>
    private static readonly double[] Corners = [0, -0.0, 0.25, -0.25, 0.5, 0.1 + 0.2, 0.3, 1, 3, double.Epsilon, -double.Epsilon, 1e-310, 1e16, 1e16 + 2, double.MaxValue, -double.MaxValue, double.NaN];

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1e300)]
    public void Every_square_is_counted_for_every_number_of_them(double tolerance)
    {
        var random = new Random(1);
        for (int length = 0; length <= 256; length++)
        {
            // Few different corners in every third case, no extremes in every other.
            int kinds = length % 3 == 0 ? 5 : length % 2 == 0 ? 9 : Corners.Length;
            double[][] corners = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, length).Select(_ => Corners[random.Next(kinds)]).ToArray())];
            var expected = new long[8];
            for (int i = 0; i < length; i++)
            {
                double[] around = [-corners[0][i], -corners[1][i], -corners[3][i], -corners[2][i]];
                if (!around.Any(double.IsNaN))
                    ReferenceInteractions.Count(expected, around, tolerance);
            }

            var kernel = default(SquareKernel);
            kernel.Add(corners[0].AsSpan(0, length / 3), corners[1], corners[2], corners[3], tolerance);
            kernel.Add(corners[0].AsSpan(length / 3), corners[1].AsSpan(length / 3), corners[2].AsSpan(length / 3), corners[3].AsSpan(length / 3), tolerance);
            SquareCounts actual = kernel.Counts();
            Assert.Equal(expected, (long[])
            [
                actual.Squares, actual.Neutral, actual.Squares - actual.Neutral - actual.Sign - actual.ReciprocalSign, actual.Sign, actual.ReciprocalSign,
                actual.Positive, actual.Squares - actual.Neutral - actual.Positive - actual.Additive, actual.Additive,
            ]);
        }
    }

    [Fact]
    public void Turns_have_every_pair_of_axes_once_with_long_runs()
    {
        // 2 x 1000 x 2 x 1 x 3 x 2, slowest first, stepwise but for the axis of 3 levels; that of one level has no squares.
        int[] levels = [2, 1000, 2, 1, 3, 2];
        var axes = new Axis[levels.Length];
        long stride = 1;
        for (int h = levels.Length - 1; h >= 0; stride *= levels[h--])
            axes[h] = new Axis(stride, levels[h], levels[h] == 3 ? 2 : Math.Min(1, levels[h] - 1));
        double[] grid = [.. Enumerable.Range(0, (int)stride).Select(cell => (double)cell)];

        var pairs = new List<(int, int)>();
        foreach (GridTurn turn in GridTurn.Of(axes))
        {
            // A value is the number of its cell before the turn, so steps in either order must lead to the same value.
            ReadOnlySpan<double> turned = turn.Turn(grid).Span;
            for (int place = 0; place < turned.Length; place++)
                Assert.Equal(turned[place], turn.Axes.Zip(axes).Sum(axis => axis.First.Level(place) * axis.Second.Stride));
            foreach ((Axis slow, Axis fast) in turn.Pairs)
            {
                Assert.True(slow.Stride > fast.Stride);
                Assert.True(fast.Stride * (fast.Levels - fast.Reach) >= 64, $"{fast}");
                pairs.Add((Math.Min(Array.IndexOf(turn.Axes, slow), Array.IndexOf(turn.Axes, fast)), Math.Max(Array.IndexOf(turn.Axes, slow), Array.IndexOf(turn.Axes, fast))));
            }
        }

        Assert.Equal([(0, 1), (0, 2), (0, 4), (0, 5), (1, 2), (1, 4), (1, 5), (2, 4), (2, 5), (4, 5)], pairs.Order());
    }
}
