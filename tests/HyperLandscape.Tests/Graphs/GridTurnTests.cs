using HyperLandscape.Graphs;

namespace HyperLandscape.Tests.Graphs;

public sealed class GridTurnTests
{
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
        foreach (GridTurn turn in GridTurn.Of(axes, fast => fast.Stride * (fast.Levels - fast.Reach)))
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
