// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Xunit;

namespace Pipelines.Tests;

public class Row
{
    public float X { get; set; }
    public float Y { get; set; }
}

public class ScalingTests
{
    readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_scaler_keeps_the_order()
    {
        var rows = _ml.Data.LoadFromEnumerable([new Row { X = 1 }, new Row { X = 5 }, new Row { X = 3 }]);
        var scaled = _ml.Transforms.NormalizeMinMax("X").Fit(rows).Transform(rows).GetColumn<float>("X").ToArray();
        Assert.True(scaled[0] < scaled[2] && scaled[2] < scaled[1]);
    }

    [Fact]
    public void A_tree_learns_a_step()
    {
        var rows = Enumerable.Range(0, 200).Select(index => new Row { X = index, Y = index < 100 ? 0 : 1 }).ToArray();
        var data = _ml.Data.LoadFromEnumerable(rows);
        var model = _ml.Transforms.Concatenate("Features", "X").Append(_ml.Regression.Trainers.FastTree("Y")).Fit(data);
        var scores = model.Transform(data).GetColumn<float>("Score").ToArray();
        Assert.InRange(scores[10], -0.1f, 0.1f);
        Assert.InRange(scores[190], 0.9f, 1.1f);
    }
}
