using HyperLandscape.Graphs;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// How two hyperparameters interact (epistasis), counted over all squares: two hyperparameters, two neighboring levels of
/// each, all four configurations present, all other hyperparameters equal. Exact, by enumeration.
/// </summary>
/// <remarks>
/// A square with a neutral side (a difference up to <see cref="Landscape.Tolerance"/>) is counted and set apart; shares
/// are among the others, and NaN if there are none. By direction such a square is of one of three kinds:
/// <i>magnitude</i>, if each of the two changes is an improvement at both levels of the other hyperparameter or at
/// neither; <i>sign</i>, if that is so for one of them only; <i>reciprocal sign</i>, if for neither: then the square has
/// two separate peaks, without which there are no local optima beside the global one. By size, with g the improvement
/// from the configuration opposite to the best one to the best one, and g1, g2 the improvements from there by either
/// change alone: <i>positive</i> if g &gt; g1 + g2, <i>negative</i> if g &lt; g1 + g2, <i>additive</i> if they are equal
/// as floating-point numbers, whatever the tolerance. Maximizing -f gives the same counts. Under a neighborhood of your
/// own, neighboring levels are those of <see cref="GridNeighborhood"/>. O(n d^2 + squares) for d hyperparameters.
/// Sources: Weinreich, Watson and Chao (2005), "Sign epistasis and genetic constraint on evolutionary trajectories";
/// Poelwijk et al. (2011), "Reciprocal sign epistasis is a necessary condition for multi-peaked fitness landscapes".
/// </remarks>
public sealed class SquareCensus
{
    private readonly SquareCounts counts;

    private SquareCensus(SquareCounts counts) => this.counts = counts;

    /// <summary>Number of squares.</summary>
    public long SquareCount => counts.Squares;

    /// <summary>Number of squares with a neutral side.</summary>
    public long NeutralCount => counts.Neutral;

    /// <summary>Number of squares without a neutral side, which the shares refer to.</summary>
    public long ClassifiedCount => counts.Squares - counts.Neutral;

    /// <summary>Share of magnitude squares: both changes keep their direction. In [0, 1].</summary>
    public double MagnitudeShare => Share(ClassifiedCount - counts.Sign - counts.ReciprocalSign);

    /// <summary>Share of sign squares: one of the changes reverses its direction. In [0, 1].</summary>
    public double SignShare => Share(counts.Sign);

    /// <summary>Share of reciprocal sign squares: both changes reverse their direction. In [0, 1]; higher = more rugged.</summary>
    public double ReciprocalSignShare => Share(counts.ReciprocalSign);

    /// <summary>Share of positive squares: both changes together improve more than the sum of each alone. In [0, 1].</summary>
    public double PositiveShare => Share(counts.Positive);

    /// <summary>Share of negative squares: both changes together improve less than the sum of each alone. In [0, 1].</summary>
    public double NegativeShare => Share(ClassifiedCount - counts.Positive - counts.Additive);

    /// <summary>Share of additive squares: both changes together improve by exactly the sum of each alone. In [0, 1].</summary>
    public double AdditiveShare => Share(counts.Additive);

    /// <summary>Counts the squares of a landscape.</summary>
    public static SquareCensus Of(Landscape landscape)
    {
        NeighborhoodGraph graph = landscape.Graph;
        return new SquareCensus(DenseGrid.Of(graph, landscape.LossMemory) is { } grid
            ? SquareCounts.OfGrid(graph.DistanceAxes, grid, landscape.Tolerance)
            : SquareCounts.OfPlanes(landscape));
    }

    /// <summary>An aligned table of the counts and shares; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("squares of two hyperparameters", "value");
        table.Add("count", TextTable.Number(SquareCount));
        table.Add("with a neutral side", TextTable.Number(NeutralCount));
        table.Add("magnitude share", TextTable.Number(MagnitudeShare));
        table.Add("sign share", TextTable.Number(SignShare));
        table.Add("reciprocal sign share", TextTable.Number(ReciprocalSignShare));
        table.Add("positive share", TextTable.Number(PositiveShare));
        table.Add("negative share", TextTable.Number(NegativeShare));
        table.Add("additive share", TextTable.Number(AdditiveShare));
        return table.ToString();
    }

    private double Share(long count) => (double)count / ClassifiedCount;
}
