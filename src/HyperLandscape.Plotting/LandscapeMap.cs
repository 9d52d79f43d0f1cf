using HyperLandscape.Embeddings;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// A landscape on a map of its configurations: filled contours and contour lines of the ranks of the fitness (0 % = best),
/// linear between the configurations, see <see cref="Surface"/>; the local optima are marked, the best is starred. The
/// coordinates of a map have no unit; only what is near what means something. How faithful the map is stands in the caption.
/// </summary>
public sealed record LandscapeMap : Picture
{
    private readonly Lazy<EmbeddingScores?> measured;

    /// <summary>Of a map.</summary>
    /// <param name="map">Two coordinates per configuration, with their landscape.</param>
    /// <exception cref="ArgumentException">The map has not two coordinates, or no landscape.</exception>
    public LandscapeMap(Embedding map)
    {
        Map = MapDrawing.Require(map);
        measured = new Lazy<EmbeddingScores?>(() => map.Count > 2 * new EmbeddingQuality().Neighbors ? new EmbeddingQuality().Measure(map) : null);
    }

    /// <summary>The map.</summary>
    public Embedding Map { get; }

    /// <summary>True, the default: contours. False: a point per configuration, nothing between them.</summary>
    public bool Interpolated { get; init; } = true;

    /// <summary>The scores for the caption; by default those of the map alone, see <see cref="EmbeddingQuality"/>, or none where it has 30 configurations or fewer.</summary>
    public EmbeddingScores? Scores { get => field ?? measured.Value; init; }

    private protected override Sheet Compose(int width, int height)
    {
        Landscape landscape = Map.Landscape!;
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Map of the landscape",
            Caption = $"{landscape}.{Quality()}{MapDrawing.Remark(landscape)}",
            Scale = MapDrawing.Scale,
        };
        sheet.Key.AddRange(MapDrawing.Key(sheet));
        Plot plot = sheet.Add();
        MapDrawing.Fill(sheet, plot, Map, Interpolated, Math.Clamp(Math.Min(width, height), 80, 600));
        return sheet;
    }

    private string Quality()
    {
        if (Scores is not { } scores)
            return " The map is too small for its quality to be measured.";
        string trust = double.IsNaN(scores.Trustworthiness) ? "" : $" trustworthiness {Numbers.Score(scores.Trustworthiness)},";
        return $" The map:{trust} {Numbers.Percent(scores.GraphRecall)} of the neighbors near, distances correlate with steps by {Numbers.Score(scores.RankCorrelation)}, Moran's I of the ranks {Numbers.Score(scores.MoranIOfRanks)}.";
    }
}
