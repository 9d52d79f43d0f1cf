using HyperLandscape.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>
/// The autocorrelation of the fitness by the number of random steps between two configurations, exact, see
/// <see cref="Autocorrelation"/>: how far a landscape is smooth. A line per landscape, at most 21.
/// </summary>
public sealed record AutocorrelationPlot : Picture
{
    private static readonly double Threshold = Math.Exp(-1);

    /// <summary>Of one landscape.</summary>
    public AutocorrelationPlot(Landscape landscape)
        : this(Sets.Of(landscape))
    {
    }

    /// <summary>Of the landscapes of a set.</summary>
    /// <exception cref="ArgumentException">There are more than 21.</exception>
    public AutocorrelationPlot(LandscapeSet set) => Set = Sets.FewEnough(set);

    /// <summary>The landscapes.</summary>
    public LandscapeSet Set { get; }

    /// <summary>The largest number of steps; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxLag
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    private protected override Sheet Compose(int width, int height)
    {
        double[] lags = [.. Enumerable.Range(0, MaxLag + 1).Select(lag => (double)lag)];
        double[][] curves = [.. Set.Select(landscape => lags.Select(lag => lag == 0 ? 1 : landscape.Measure(new Autocorrelation { Lag = (int)lag })).ToArray())];
        int undefined = curves.Count(curve => double.IsNaN(curve[1]));
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Autocorrelation of the fitness",
            Caption = Sets.Shared(Set) + (Set.Count == 1 ? $"{Set[0]}. At lag 1 {Numbers.Score(curves[0][1])}. " : "")
                + "Dotted: 1/e, where the correlation length is read off."
                + (undefined > 0 ? $" Of {Numbers.Count(undefined, "landscape")} it is undefined (constant fitness, or no neighbors) and not drawn." : ""),
        };
        Plot plot = sheet.Add("steps of a random walk", "autocorrelation");
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = Numbers.Tick };
        plot.Add.HorizontalLine(0, 1, sheet.Muted);
        plot.Add.HorizontalLine(Threshold, 1.2f, sheet.Muted, LinePattern.Dotted);
        sheet.AddLines(plot, Set, [.. curves.Select(curve => double.IsNaN(curve[1]) ? ([], []) : ((double[] Xs, double[] Ys))(lags, curve))], markers: true);
        double least = curves.SelectMany(curve => curve).Where(double.IsFinite).Min();
        plot.Axes.SetLimits(-0.02 * MaxLag, 1.02 * MaxLag, Math.Min(-0.05, least - 0.05), 1.05);
        return sheet;
    }
}
