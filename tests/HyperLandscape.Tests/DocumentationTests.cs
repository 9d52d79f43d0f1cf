using System.Text.RegularExpressions;
using System.Xml.Linq;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;

namespace HyperLandscape.Tests;

/// <summary>Comments of all metrics and measures say what must be known to use them, by themselves or where they send the reader.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Dictionary<string, string> Comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "HyperLandscape.xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => Spaces().Replace(member.ToString(), " "));

    private static readonly Dictionary<string, string> Required = new()
    {
        ["the range"] = "[Rr]ange [[(]",
        ["which way is which"] = "(?i)higher|lower|positive",
        ["ties and neutrality"] = "(?i)\\bties?\\b|tied|tolerance|neutral|exactly the best",
        ["whether the objective matters"] = "objective",
        ["where it is undefined"] = "NaN|[Aa]lways defined",
        ["what it costs"] = @"O\(",
        ["the source"] = "[Ss]ources?:|[Ss]ource[: ]|[Ss]ources\\b",
    };

    public static TheoryData<string> Questions { get; } =
    [
        .. typeof(Landscape).Assembly.GetExportedTypes()
            .Where(type => type.IsClass && (type.IsAssignableTo(typeof(IMetric)) || type.IsAssignableTo(typeof(ISimilarityMeasure))))
            .Select(type => type.FullName!),
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_comment_says_what_must_be_known(string type)
    {
        string comment = Comments[$"T:{type}"];
        string all = comment + string.Concat(ReferredTo().Matches(comment).Select(match => Comments[$"T:{match.Groups[1].Value}{match.Groups[2].Value}"]));
        Assert.All(Required, item => Assert.True(Regex.IsMatch(all, item.Value), $"The comment of {type} does not say {item.Key}."));
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[Ss]ee\\s+<see cref=\"T:(HyperLandscape\\.[\\w.]+)\"|<see cref=\"T:(HyperLandscape\\.Metrics\\.\\w+Census)\"")]
    private static partial Regex ReferredTo();
}
