using ScottPlot;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>An axis of logarithms, to base 10, that is labeled with the numbers themselves.</summary>
internal static class LogScale
{
    /// <summary>Labels an axis from a positive number to a larger or the same one, with some room beyond, with at most so many labels.</summary>
    public static void Use(IAxis axis, double least, double most, int labels)
    {
        double margin = Math.Max(0.07 * Math.Log10(most / least), 0.02);
        (double low, double high) = most / least > 1.05 ? (Math.Log10(least) - margin, Math.Log10(most) + margin) : (Math.Log10(least) - 0.4, Math.Log10(most) + 0.4);
        double perDecade = labels / (high - low);
        double[] steps = perDecade switch { >= 3 => [1, 2, 5], >= 2 => [1, 3], _ => [1] };
        int stride = Math.Max(1, (int)Math.Ceiling(1 / perDecade));
        var ticks = new NumericManual();
        for (int power = (int)Math.Floor(low); power <= Math.Ceiling(high); power += stride)
        {
            foreach (double step in steps)
                ticks.AddMajor(power + Math.Log10(step), Numbers.Tick(step * Math.Pow(10, power)));
        }

        axis.TickGenerator = ticks;
        axis.Range.Set(low, high);
    }
}
