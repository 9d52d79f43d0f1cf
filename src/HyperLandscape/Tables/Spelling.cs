namespace HyperLandscape.Tables;

/// <summary>One way in which a value of a column is written: its text, its number (NaN if it is none), and the line where it first occurs.</summary>
internal readonly record struct Spelling(string Text, double Number, int Line)
{
    /// <summary>Whether the text is a finite number.</summary>
    public bool IsNumber => !double.IsNaN(Number);

    /// <summary>0 for false, 1 for true, -1 for anything else.</summary>
    public int Truth =>
        Number == 0 || Text.Equals("false", StringComparison.OrdinalIgnoreCase) ? 0
        : Number == 1 || Text.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1
        : -1;
}
