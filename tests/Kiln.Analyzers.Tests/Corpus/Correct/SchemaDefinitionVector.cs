// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Vectors;

public class Window
{
    // Its size is known only when the program runs: the schema says it.
    public float[] Features { get; set; } = [];
    public bool Label { get; set; }
}

public static class Windows
{
    public static ITransformer Train(MLContext ml, IReadOnlyList<Window> windows, int size)
    {
        var schema = SchemaDefinition.Create(typeof(Window));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        var data = ml.Data.LoadFromEnumerable(windows, schema);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        return model;
    }
}
