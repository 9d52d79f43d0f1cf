using System.Globalization;
using System.Xml.Linq;

namespace HyperLandscape.Plotting.Tests.Reports;

/// <summary>A report, written and read again. It is well-formed XML, so that an independent parser can take it apart.</summary>
internal sealed class ReportFile
{
    private readonly XElement page;

    private ReportFile(string text)
    {
        Text = text;
        page = XElement.Parse(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), LoadOptions.PreserveWhitespace);
    }

    public string Text { get; }

    /// <summary>What a reader sees in the main part, without markup.</summary>
    public string Words => page.Descendants("main").Single().Value;

    public static ReportFile Of(Action<string> write)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        try
        {
            write(path);
            return new ReportFile(File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public IEnumerable<string> Ids => page.Descendants().Attributes("id").Select(id => id.Value);

    public IEnumerable<XElement> All(string element) => page.Descendants(element);

    /// <summary>The rows of a table, by its caption.</summary>
    public XElement[] Rows(string caption) =>
        [.. page.Descendants("table").Single(table => table.Element("caption")!.Value == caption).Element("tbody")!.Elements("tr")];

    public static double[] Numbers(XElement row) =>
        [.. row.Elements().Attributes("data-value").Select(value => double.Parse(value.Value, CultureInfo.InvariantCulture))];

    public static string[] Labels(XElement row) =>
        [.. row.Elements().Where(cell => cell.Attribute("data-value") is null).Select(cell => cell.Value)];
}
