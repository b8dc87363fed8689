using Microsoft.AspNetCore.Components;

namespace ActorTcp.Reports;

/// <summary>Labels as markup. It is no Razor file because there <c>text</c> is a word of the language.</summary>
internal static class Written
{
    public static RenderFragment Out(Label label) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", label.Style);
        builder.AddAttribute(2, "x", Svg.Px(label.X));
        builder.AddAttribute(3, "y", Svg.Px(label.Y));
        builder.AddAttribute(4, "text-anchor", Svg.Word(label.Anchor));
        builder.AddContent(5, label.Text);
        builder.CloseElement();
    };
}
