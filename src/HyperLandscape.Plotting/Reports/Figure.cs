namespace HyperLandscape.Plotting.Reports;

/// <summary>A picture on the page, in light and dark, with its caption. Drawn before it is written, since drawing takes time.</summary>
internal sealed class Figure(Picture picture, string title, string text, int width = 500, int height = 370)
{
    /// <summary>Phones and many laptops have about two pixels for each of the page.</summary>
    private const int Density = 2;

    private string light = "";
    private string dark = "";

    /// <summary>Whether it takes the width of the page.</summary>
    public bool IsWide => width > 800;

    public void Draw()
    {
        light = Draw(picture with { Theme = PictureTheme.Light });
        dark = Draw(picture with { Theme = PictureTheme.Dark });
    }

    public Html ToHtml() => Html.Of($"""
        <figure{Html.Verbatim(IsWide ? " class=\"wide\"" : "")}><div class="scroll"><picture>
        <source media="screen and (prefers-color-scheme: dark)" srcset="{Html.Verbatim(dark)}"/>
        <img src="{Html.Verbatim(light)}" alt="{title}. {text}" width="{width:F0}" height="{height:F0}"/>
        </picture></div><figcaption>{text}</figcaption></figure>
        """);

    private string Draw(Picture themed) => $"data:image/webp;base64,{Convert.ToBase64String(themed.ToWebp(width, height, Density))}";
}
