using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// Local optima by their fitness and the size of their basins, on a logarithmic scale: whether good optima are easy to
/// find. The best local optima, all of the best fitness, are stars. A plateau counts as one optimum.
/// </summary>
/// <param name="Landscape">The landscape.</param>
public sealed record BasinSizes(Landscape Landscape) : Picture
{
    private protected override Sheet Compose(int width, int height)
    {
        int[] optima = Landscape.Optima.ToArray();
        int[] sizes = Landscape.BasinSizes.ToArray();
        double best = Landscape.Fitness[Landscape.GlobalOptima[0]];
        bool[] global = [.. optima.Select(optimum => Landscape.Fitness[optimum] == best)];
        double reached = sizes.Where((_, i) => global[i]).Sum() / (double)Landscape.Count;
        int[] rows = [.. Thinning.Rows(optima.Length).Where(i => !global[i])];
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Sizes of the basins of attraction",
            Caption = $"{Landscape}; {(optima.Length == 1 ? "1 local optimum" : FormattableString.Invariant($"{optima.Length:N0} local optima"))}, plateaus counted once. From {Numbers.Percent(reached)} of the configurations the best-improvement climb ends in a global optimum; the largest basin holds {Numbers.Percent(sizes.Max() / (double)Landscape.Count)}.{Thinning.Remark(optima.Length)}",
        };
        Plot plot = sheet.Add(Numbers.FitnessOf(Landscape), "size of the basin (log scale)");
        Draw(sheet, plot, rows, new MarkerStyle(MarkerShape.FilledCircle, 8, sheet.Group(0).WithAlpha(0.55)), "local optimum");
        Draw(sheet, plot, [.. Enumerable.Range(0, optima.Length).Where(i => global[i]).Take(Thinning.Most)], StarMarker.Style(sheet.Group(4), sheet.Ink), "global optimum");
        LogScale.Use(plot.Axes.Left, 1, sizes.Max(), Math.Max(3, (height - 180) / 30));
        Ranges.Widen(plot, [.. optima.Select(optimum => Landscape.Fitness[optimum])]);
        return sheet;

        void Draw(Sheet sheet, Plot plot, int[] rows, MarkerStyle style, string text)
        {
            if (rows.Length == 0)
                return;
            plot.Add.Markers(rows.Select(i => new Coordinates(Landscape.Fitness[optima[i]], Math.Log10(sizes[i]))).ToArray()).MarkerStyle = style;
            sheet.Key.Add(new KeyEntry(text, style));
        }
    }
}
