using System.Text.RegularExpressions;

namespace HyperLandscape.Tables;

/// <summary>
/// A pattern for the names of fitness columns, such as <c>{split}_{measure}_{dataset}_{fidelity}</c>. It matches whole
/// names; what stands for a field is a label.
/// </summary>
/// <remarks>
/// A field is one or more characters without the literal text beside it, except for one field that may be anything:
/// the one marked <c>{name*}</c>; if none is marked, the one called dataset; and the only field, if there is but one.
/// So every name has one reading. A field <c>{name:train|test}</c> is one of these.
/// </remarks>
internal sealed class ColumnPattern
{
    private readonly string pattern;
    private readonly Regex regex;

    private ColumnPattern(string pattern, PatternField[] fields, Regex regex)
    {
        this.pattern = pattern;
        this.regex = regex;
        FieldNames = [.. fields.Select(field => field.Name)];
        IsOpen = fields.Length > 1 && !fields.Any(field => field.Alternatives.Length > 0);
    }

    /// <summary>The names of the fields, in order.</summary>
    public IReadOnlyList<string> FieldNames { get; }

    /// <summary>Whether unrelated columns can match, since there are several fields and the labels of none are listed.</summary>
    public bool IsOpen { get; }

    /// <summary>The pattern of exactly one name, without fields.</summary>
    public static ColumnPattern Exactly(string name) =>
        new(name, [], new Regex($@"\A{Regex.Escape(name)}\z", RegexOptions.CultureInvariant));

    /// <summary>Reads a pattern with at least one field.</summary>
    /// <exception cref="ArgumentException">There is no field, two stand side by side or share a name, two may be anything, or braces do not match.</exception>
    public static ColumnPattern Parse(string pattern)
    {
        string[] parts = Regex.Split(pattern, @"\{([^{}]*)\}"); // literal, field, literal, field, ..., literal
        if (parts.Length == 1)
            throw new ArgumentException($"The pattern '{pattern}' has no field such as {{dataset}}; use Landscape.ReadCsv to read a single column.");
        var fields = new PatternField[parts.Length / 2];
        for (int i = 0; i < parts.Length; i += 2)
        {
            if (parts[i].Contains('{', StringComparison.Ordinal) || parts[i].Contains('}', StringComparison.Ordinal))
                throw new ArgumentException($"The braces in the pattern '{pattern}' do not match; write a field as {{dataset}}.");
            if (parts[i].Length == 0 && i > 0 && i < parts.Length - 1)
                throw new ArgumentException($"Two fields stand side by side in the pattern '{pattern}'; put text such as '_' between them.");
            if (i > 0)
                fields[(i / 2) - 1] = PatternField.Parse(pattern, parts[i - 1]);
        }

        if (fields.DistinctBy(field => field.Name).Count() < fields.Length)
            throw new ArgumentException($"Two fields have the same name in the pattern '{pattern}'; rename one.");
        return new ColumnPattern(pattern, fields, ToRegex(pattern, parts, fields));
    }

    /// <summary>The labels in a column's name, or null if it does not match.</summary>
    public string[]? Match(string column)
    {
        Match match = regex.Match(column);
        return match.Success ? [.. FieldNames.Select((_, i) => match.Groups[i + 1].Value)] : null;
    }

    /// <inheritdoc/>
    public override string ToString() => pattern;

    private static Regex ToRegex(string pattern, string[] parts, PatternField[] fields)
    {
        PatternField[] marked = [.. fields.Where(field => field.IsMarked)];
        if (marked.Length > 1)
            throw new ArgumentException($"Several fields are marked with '*' in the pattern '{pattern}', so a name could be read in several ways; mark one.");
        PatternField? anything = fields.Length == 1 ? fields[0]
            : marked.Length == 1 ? marked[0]
            : fields.FirstOrDefault(field => field.Name == "dataset");
        string expression = Regex.Escape(parts[0]);
        for (int i = 0; i < fields.Length; i++)
        {
            string[] beside = [.. new[] { parts[2 * i], parts[(2 * i) + 2] }.Where(literal => literal.Length > 0)];
            expression += $"({fields[i].ToExpression(fields[i] == anything ? [] : beside)}){Regex.Escape(parts[(2 * i) + 2])}";
        }

        return new Regex($@"\A{expression}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
