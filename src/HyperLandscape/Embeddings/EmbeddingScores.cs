using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The scores of a map, see <see cref="EmbeddingQuality"/>; the higher, the more faithful. k is the number of neighbours
/// that were looked at, n the number of rows. NaN where there is nothing to measure against: without original
/// coordinates the first three are, without a landscape the others. Immutable.
/// </summary>
public sealed record EmbeddingScores
{
    /// <summary>
    /// Whether what is near on the map is near in the original: 1 - 2 / (m k (2n - 3k - 1)) times the sum, over m query
    /// rows and their k nearest on the map, of max(0, rank in the original - k), in [0, 1]. The rank is 1 + the number
    /// of rows that are nearer. Source: Venna and Kaski 2001.
    /// </summary>
    public double Trustworthiness { get; init; } = double.NaN;

    /// <summary>Whether what is near in the original is near on the map: trustworthiness with map and original exchanged, in [0, 1].</summary>
    public double Continuity { get; init; } = double.NaN;

    /// <summary>The share of the k nearest in the original that are among the k nearest on the map, the mean of the query rows, in [0, 1]. Equally near rows are taken in their order.</summary>
    public double NeighborRecall { get; init; } = double.NaN;

    /// <summary>
    /// Whether what is near on the map is near in the graph: trustworthiness with the distance of configurations, where
    /// rows of one distance share the average of their ranks and the penalty that no map can avoid is taken off, in [0, 1].
    /// </summary>
    public double GraphTrust { get; init; } = double.NaN;

    /// <summary>The share of the neighbours in the graph that are among as many nearest on the map, in [0, 1]; NaN if the graph has no edge.</summary>
    public double GraphRecall { get; init; } = double.NaN;

    /// <summary>Spearman's rank correlation, over random pairs, of distance on the map and distance of configurations, in [-1, 1]; NaN if either does not vary.</summary>
    public double RankCorrelation { get; init; } = double.NaN;

    /// <summary>
    /// Moran's I of the fitness on the map: the correlation-like ratio of the mean product of deviations from the mean of
    /// a row and of its k nearest to the variance, 1 for a perfectly smooth picture and about 0 for an arbitrary one; NaN
    /// if the fitness is constant. A map that is smoother than the landscape also scores high. Source: Moran 1950.
    /// </summary>
    public double MoranI { get; init; } = double.NaN;

    /// <summary>The same of the ranks of the fitness, which a picture shows.</summary>
    public double MoranIOfRanks { get; init; } = double.NaN;

    /// <summary>An aligned table of names and values; "-" where undefined.</summary>
    public override string ToString() => Table(TextTable.Number).ToString();

    /// <summary>Writes the columns score and value, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer) => Table(TextTable.Exact).WriteCsv(writer);

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    private TextTable Table(Func<double, string> format)
    {
        var table = new TextTable("score", "value");
        table.Add("Trustworthiness", format(Trustworthiness));
        table.Add("Continuity", format(Continuity));
        table.Add("Neighbor recall", format(NeighborRecall));
        table.Add("Graph trust", format(GraphTrust));
        table.Add("Graph recall", format(GraphRecall));
        table.Add("Rank correlation with graph distance", format(RankCorrelation));
        table.Add("Moran's I of fitness", format(MoranI));
        table.Add("Moran's I of ranks", format(MoranIOfRanks));
        return table;
    }
}
