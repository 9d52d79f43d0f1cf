using System.Globalization;
using System.Text;

namespace HyperLandscape.Imports;

/// <summary>What was taken from a table, what was skipped, and why. Prints as a few lines.</summary>
/// <param name="Columns">Every column, in the order of the table.</param>
/// <param name="RowsTaken">Number of rows that are runs of the landscapes, those that failed included.</param>
/// <param name="RowsSkipped">Number of rows that were skipped, by reason.</param>
public sealed record ImportReport(IReadOnlyList<ImportedColumn> Columns, int RowsTaken, IReadOnlyDictionary<string, int> RowsSkipped)
{
    /// <summary>The columns by use, each with its detail, columns with the same detail together; then the rows.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (IGrouping<(ColumnUse Use, string Detail), ImportedColumn> group in Columns.OrderBy(column => column.Use).GroupBy(column => (column.Use, column.Detail)))
        {
            string names = string.Join(", ", group.Select(column => column.Name.Length > 0 ? column.Name : "(unnamed)"));
            text.Append(CultureInfo.InvariantCulture, $"{Enum.GetName(group.Key.Use),-15}{names}: {group.Key.Detail}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{RowsTaken:N0} rows taken");
        foreach ((string reason, int count) in RowsSkipped)
            text.Append(CultureInfo.InvariantCulture, $", {count:N0} skipped: {reason}");
        return text.Append('\n').ToString();
    }
}
