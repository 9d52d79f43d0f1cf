using System.Text.RegularExpressions;

namespace HyperLandscape.Tables;

/// <summary>One field of a <see cref="ColumnPattern"/>: its name, the labels it may have (any if none are listed), and whether it is marked to hold anything.</summary>
internal sealed record PatternField(string Name, string[] Alternatives, bool IsMarked)
{
    /// <summary>Reads what stands between the braces.</summary>
    public static PatternField Parse(string pattern, string text)
    {
        string[] parts = text.Split(':', 2);
        string[] alternatives = parts.Length == 2 ? parts[1].Split('|') : [];
        string name = parts[0].TrimEnd('*');
        return name.Length > 0 && !alternatives.Contains("")
            ? new PatternField(name, alternatives, parts[0].EndsWith('*'))
            : throw new ArgumentException($"The field '{{{text}}}' in the pattern '{pattern}' is incomplete; write a field as {{dataset}}, {{dataset*}} or {{split:train|test}}.");
    }

    /// <summary>The regular expression for the field's text, which does not hold the literals.</summary>
    public string ToExpression(string[] literals) =>
        Alternatives.Length > 0 ? string.Join('|', Alternatives.OrderByDescending(label => label.Length).Select(Regex.Escape))
        : literals.Length > 0 ? $"(?:(?!{string.Join('|', literals.Select(Regex.Escape))}).)+"
        : ".+";
}
