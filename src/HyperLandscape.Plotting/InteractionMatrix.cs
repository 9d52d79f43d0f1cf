using HyperLandscape.Metrics;
using ScottPlot;
using ScottPlot.Colormaps;

namespace HyperLandscape.Plotting;

/// <summary>
/// Which hyperparameters work together: the share of the variance of every pair's interaction, and of each hyperparameter
/// alone on the diagonal, see <see cref="VarianceDecomposition"/>. The most important hyperparameter comes first.
/// </summary>
public sealed record InteractionMatrix : Picture
{
    /// <summary>Of a decomposition that tells pairs apart.</summary>
    /// <param name="decomposition">The shares.</param>
    /// <exception cref="ArgumentException">Its order is 1.</exception>
    public InteractionMatrix(VarianceDecomposition decomposition) => Decomposition = decomposition.Order >= 2
        ? decomposition
        : throw new ArgumentException("The decomposition tells no pairs apart; decompose a landscape of at least two hyperparameters with order 2 or more.", nameof(decomposition));

    /// <summary>The shares.</summary>
    public VarianceDecomposition Decomposition { get; }

    private protected override Sheet Compose(int width, int height)
    {
        string[] names = [.. Decomposition.Shares.ToArray().Where(share => share.Hyperparameters.Count == 1).Select(share => share.Hyperparameters[0])];
        var percents = new double[names.Length, names.Length];
        for (int row = 0; row < names.Length; row++)
        {
            for (int column = 0; column < names.Length; column++)
                percents[row, column] = column > row ? double.NaN : 100 * (row == column ? Decomposition[names[row]] : Decomposition[names[row], names[column]]);
        }

        double most = percents.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).Max();
        bool undefined = double.IsNaN(percents[0, 0]);
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Interactions of the hyperparameters",
            Caption = (undefined ? "The fitness is constant: there is no variance to share. " : $"Alone they account for {Numbers.Percent(Decomposition.ShareOfOrder(1))} of the variance, pairs for another {Numbers.Percent(Decomposition.ShareOfOrder(2))}. ")
                + $"Diagonal: a hyperparameter alone; below: what a pair adds to its two.{(Decomposition.IsExact ? "" : " By least squares on a sample.")}",
            Scale = new ColorScale(new Viridis(), 0, most > 0 ? ScaleEnds.Of([0, most]).High : 1, "share of the variance of the fitness, %"),
        };
        Plot plot = sheet.Add();
        float room = height - 230;
        CellMap.Fill(sheet, plot, percents, value => Numbers.Tick(Math.Round(value, value < 10 ? 1 : 0)), (width * 0.7f / names.Length, room / names.Length));
        Names.Beside(plot, names, width * 0.25f, room);
        Names.Below(plot, names, width * 0.7f);
        return sheet;
    }
}
