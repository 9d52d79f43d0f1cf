using System.Globalization;
using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>A graph to be written, whatever the format: nodes 0 to n - 1 and the edges from each, with the texts of their attributes.</summary>
internal sealed record GraphDescription(
    bool IsDirected,
    int NodeCount,
    IReadOnlyList<GraphAttribute> NodeAttributes,
    Func<int, IReadOnlyList<string>> NodeValues,
    IReadOnlyList<GraphAttribute> EdgeAttributes,
    Func<int, IReadOnlyList<(int Target, string[] Values)>> EdgesFrom)
{
    /// <summary>Names that Gephi takes, in any case, for the looks and the identity of a node, and keeps no attribute of.</summary>
    private static readonly string[] Reserved = ["id", "nodelabel", "d3", "timeset", "x", "y", "z", "xpos", "ypos", "zpos", "pos", "size", "r", "g", "b", "color", "style"];

    /// <summary>
    /// A label, some attributes of one's own, and one per hyperparameter: numbers if its labels are numbers. A hyperparameter whose
    /// name is taken, but for case, gets underscores, since a reader would keep only one of two. Names are trimmed and have no line
    /// breaks: Gephi trims them, and reads its own report line by line.
    /// </summary>
    public static GraphAttribute[] ConfigurationAttributes(SearchSpace space, IReadOnlyList<GraphAttribute> own)
    {
        var attributes = new List<GraphAttribute> { new("label", "string") };
        attributes.AddRange(own);
        foreach (Hyperparameter hyperparameter in space.Hyperparameters)
        {
            string name = hyperparameter.Name.ReplaceLineEndings(" ").Trim();
            while (IsTaken(name) || (name != hyperparameter.Name && space.IndexOf(name) >= 0))
                name += "_";
            attributes.Add(new GraphAttribute(name, Type(hyperparameter)));
        }

        return [.. attributes];

        bool IsTaken(string name) =>
            Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || attributes.Exists(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The values of <see cref="ConfigurationAttributes"/>.</summary>
    public static string[] ConfigurationValues(Configuration configuration, IReadOnlyList<string> own) => [configuration.ToString(), .. own, .. configuration.Labels()];

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Type(Hyperparameter hyperparameter)
    {
        if (hyperparameter.Kind == HyperparameterKind.Boolean)
            return "boolean";
        foreach (string label in hyperparameter.Labels)
        {
            if (!double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
                return "string";
        }

        return hyperparameter.Kind == HyperparameterKind.Ordinal ? "double" : "string";
    }
}
