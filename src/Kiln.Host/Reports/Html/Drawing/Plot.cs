namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>A plane with two axes, in which a chart puts its marks.</summary>
sealed class Plot
{
    public const double Width = 440;
    const double Right = 12;
    const double Top = 12;
    const double Bottom = 40;
    const int LongestPlace = 12;

    readonly Markup _svg;

    /// <param name="x">Gives the horizontal axis between two coordinates.</param>
    /// <param name="y">Gives the vertical one.</param>
    /// <param name="places">What stands at 1, 2 and so on of a horizontal axis that counts; null for one of numbers.</param>
    /// <param name="foot">The height of what stands between the plane and its horizontal axis.</param>
    public Plot(Markup svg, Func<double, double, Scale> x, Func<double, double, Scale> y, string xTitle, string yTitle, double height = 290, double foot = 0, IReadOnlyList<string>? places = null)
    {
        (_svg, Base, Foot) = (svg, height - Bottom, foot);
        Y = y(height - Bottom - foot, Top);
        var ticks = Y.Ticks().ToList();
        Left = 30 + 6.3 * ticks.Max(tick => tick.Text.Length);
        X = x(Left, Width - Right);
        foreach (var (value, text) in ticks)
        {
            Line("grid", Left, Y.At(value), Width - Right, Y.At(value));
            Label(text, Left - 6, Y.At(value) + 4, "end");
        }
        foreach (var (value, text) in places is null ? X.Ticks() : Named(places))
        {
            Line("axis", X.At(value), height - Bottom, X.At(value), height - Bottom + 4);
            Label(text, X.At(value), height - Bottom + 16, "middle");
        }
        Line("axis", Left, height - Bottom, Width - Right, height - Bottom);
        Label(xTitle, (Left + Width - Right) / 2, height - 6, "middle");
        svg.Leaf("text", yTitle, ("text-anchor", "middle"), ("transform", $"translate(12 {Markup.At((Top + height - Bottom) / 2)}) rotate(-90)"));
    }

    /// <summary>As many as there is room for, the last among them.</summary>
    static IEnumerable<(double, string)> Named(IReadOnlyList<string> places)
    {
        var step = Math.Max(1, (int)Math.Ceiling(places.Count * Math.Min(places.Max(place => place.Length), LongestPlace) / 50.0));
        return places.Index().Where(place => (places.Count - 1 - place.Index) % step == 0).Select(place => (place.Index + 1.0, Spelling.Short(place.Item, LongestPlace)));
    }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>The coordinate of the horizontal axis.</summary>
    public double Base { get; }

    /// <summary>How high what stands on it may be.</summary>
    public double Foot { get; }

    double Left { get; }

    /// <summary>From zero, for bars.</summary>
    public static Func<double, double, Scale> FromZero(IEnumerable<double> values) => Around(values.Append(0));

    public static Func<double, double, Scale> Around(IEnumerable<double> values) => (from, to) => Scale.Around(values, from, to);

    /// <summary>With ends that are not rounded.</summary>
    public static Func<double, double, Scale> Between(double min, double max) => (from, to) => new(min, max > min ? max : min + Math.Max(1, Math.Abs(min)) / 10, from, to);

    public static Func<double, double, Scale> Share => Between(0, 1);

    /// <summary>A line through points.</summary>
    public void Curve(string style, IEnumerable<(double X, double Y)> points)
    {
        var path = string.Join('L', points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).Select(point => $"{Markup.At(X.At(point.X))} {Markup.At(Y.At(point.Y))}"));
        if (path.Length > 0)
            _svg.Empty("path", ("class", style), ("d", "M" + path));
    }

    /// <summary>A bar in the foot.</summary>
    /// <param name="part">How high it is, from 0 to 1.</param>
    public void Foundation(string style, string tip, double left, double right, double part) => _svg.Mark("rect", tip,
        ("class", style), ("x", Markup.At(X.At(left))), ("y", Markup.At(Base - Foot * part)), ("width", Markup.At(X.At(right) - X.At(left))), ("height", Markup.At(Foot * part)));

    /// <summary>A filled part of the plane.</summary>
    public void Area(string style, string tip, double left, double right, double low, double high, double opacity = double.NaN)
    {
        var (x, y) = (X.At(left), Y.At(high));
        ReadOnlySpan<(string, string)> shape =
            [("class", style), ("x", Markup.At(x)), ("y", Markup.At(y)), ("width", Markup.At(X.At(right) - x)), ("height", Markup.At(Y.At(low) - y))];
        _svg.Mark("rect", tip, double.IsNaN(opacity) ? shape : [.. shape, ("fill-opacity", opacity.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    public void Dot(string style, string tip, double x, double y, double radius = 4) =>
        _svg.Mark("circle", tip, ("class", style), ("cx", Markup.At(X.At(x))), ("cy", Markup.At(Y.At(y))), ("r", Markup.At(radius)));

    /// <summary>From one value to another above each other.</summary>
    public void Upright(string style, double x, double low, double high) => Line(style, X.At(x), Y.At(low), X.At(x), Y.At(high));

    public void Level(string style, double y) => Line(style, X.From, Y.At(y), X.To, Y.At(y));

    void Label(string text, double x, double y, string anchor) => _svg.Leaf("text", text, ("x", Markup.At(x)), ("y", Markup.At(y)), ("text-anchor", anchor));

    void Line(string style, double x1, double y1, double x2, double y2) => _svg.Empty("line",
        ("class", style), ("x1", Markup.At(x1)), ("y1", Markup.At(y1)), ("x2", Markup.At(x2)), ("y2", Markup.At(y2)));
}
