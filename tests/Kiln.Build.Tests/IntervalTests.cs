using System.Globalization;

namespace Kiln.Build.Tests;

/// <summary>The generated class gives what the model in the package's format says: the number and both ends of its interval.</summary>
public sealed class IntervalTests(Packages packages)
{
    /// <summary>The amount is three times the size, give or take a tenth of it.</summary>
    static readonly string Orders = Write(new Random(4));

    static string Write(Random random) => "size,day,amount\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        FormattableString.Invariant($"{i % 60 + 1},{i * 7 % 31},{3 * (i % 60 + 1) * (0.9 + random.NextDouble() / 5):0.00}\n")));

    static string Model(string share) => $$"""
        using Kiln;

        [Model("orders", Label = "amount", Version = "1.0.0", Interval = {{share}})]
        [Gate(Metric.RSquared, AtLeast = 0.8)]
        [Gate(Metric.Coverage, AtLeast = 0.7)]
        public sealed partial class AmountModel;
        """;

    [Fact]
    public void A_prediction_has_a_lower_and_an_upper_end()
    {
        var app = new ConsumerProject(packages, "App", Penguins.Executable + """<ItemGroup><Dataset Include="data/orders.csv" /></ItemGroup>""")
            .Write("data/orders.csv", Orders).Write("AmountModel.cs", Model("90")).Write("Program.cs", """
                var model = AmountModel.Load();
                Console.WriteLine(FormattableString.Invariant($"{model.Info.Interval:R} {model.Info.Metrics[Kiln.Metric.Coverage]:R}"));
                foreach (var size in new[] { 5, 55 })
                {
                    var p = model.Predict(new() { Size = size, Day = 3 });
                    Console.WriteLine(FormattableString.Invariant($"{p.Low:R} {p.Score:R} {p.High:R}"));
                }
                """);

        Assert.Matches(@"AmountModel\.cs\(3,\d+\): error KILN1055: Interval is 90, ", app.Build().Fails().Output);

        Assert.Contains("90 % of values are to lie between Low and High: Score - ", app.Write("AmountModel.cs", Model("0.9")).Build().Succeeds().Output);

        float[][] lines = [.. app.Start("bin/Debug/net10.0/App").Succeeds().Output.Trim().Split('\n')
            .Select(line => (float[])[.. line.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture))])];
        Assert.Equal(0.9f, lines[0][0]);
        Assert.InRange(lines[0][1], 0.8f, 1);
        Assert.All(lines[1..], ends => Assert.True(ends[0] < ends[1] && ends[1] < ends[2]));
        Assert.InRange(lines[1][1], 12, 18);
        Assert.InRange(lines[2][1], 150, 180);
        // A tenth of 165 is more than a tenth of 15.
        Assert.True(lines[2][2] - lines[2][0] > 1.5 * (lines[1][2] - lines[1][0]), string.Join(' ', lines.SelectMany(ends => ends)));
    }
}
