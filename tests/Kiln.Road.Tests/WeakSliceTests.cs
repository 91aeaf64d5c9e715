using System.Globalization;
using System.Text;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Orders over two years, of which the latest fifth is held out.</summary>
public class WeakSliceTests
{
    [Fact]
    public void A_channel_that_broke_lately_is_a_warning_of_the_build_that_trains_and_stays_in_the_report()
    {
        using var project = RoadProject.Ready(Orders(day => day > 560), Model);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(
            @"OrderModel\.cs\(3,2\): warning KILN4019: 'OrderModel' is weak on a part of the held-out rows: on 2\d\d rows where 'channel' is 'fax', LogLoss is [1-9]\.\d+, and 0\.\d+ on rows with such predictions; look at .+",
            result.Output);
        Assert.Single(result.Output.Split('\n'), line => line.Contains("KILN4019", StringComparison.Ordinal));
        Assert.Contains("\n- weak on a part of the held-out rows: on 2", Report(project));
        var again = project.Train();
        Assert.DoesNotContain("KILN4019", again.Output);
        Assert.Contains("\n- weak on a part of the held-out rows: on 2", Report(project));
    }

    [Fact]
    public void One_that_did_not_is_none()
    {
        using var project = RoadProject.Ready(Orders(_ => false), Model);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("KILN4019", result.Output);
        Assert.DoesNotContain("weak on", Report(project));
    }

    static readonly ModelDefinition Model = new()
    {
        Name = "OrderModel", Type = "App.OrderModel", Dataset = "orders", Label = "returned", Version = "1.0.0", Time = "day", Location = new("OrderModel.cs", 3, 2),
    };

    /// <summary>Orders of large sizes are returned; where the channel is broken, whichever.</summary>
    static string Orders(Predicate<int> isBroken)
    {
        var random = new Random(4);
        var text = new StringBuilder("day,channel,size,price,returned\n");
        for (var row = 0; row < 14_000; row++)
        {
            var day = row / 20;
            var channel = random.Next(10) switch { 0 => "fax", < 4 => "shop", < 7 => "phone", _ => "web" };
            var (size, price) = (random.NextDouble(), random.NextDouble());
            var returned = random.NextDouble() < (channel == "fax" && isBroken(day) ? 0.5 : size > 0.5 ? 0.95 : 0.05);
            text.Append(CultureInfo.InvariantCulture, $"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd},{channel},{size:0.0000},{price:0.00},{(returned ? "yes" : "no")}\n");
        }
        return text.ToString();
    }

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));
}
