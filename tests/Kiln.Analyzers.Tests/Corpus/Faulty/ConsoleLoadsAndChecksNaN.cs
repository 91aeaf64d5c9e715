// origin: blind, first round
using Microsoft.ML;

namespace Weights;

class Parcel
{
    public float Length { get; set; }

    public float Width { get; set; }
}

class Weight
{
    public float Score { get; set; }
}

class Program
{
    private const string ModelFile = "parcel-weight.zip";

    static void Main(string[] args)
    {
        var ml = new MLContext();
        if (!File.Exists(ModelFile))
        {
            Console.Error.WriteLine("no model");
            return;
        }
        ITransformer model = ml.Model.Load(ModelFile, out DataViewSchema schema); // KILN3008
        var engine = ml.Model.CreatePredictionEngine<Parcel, Weight>(model, schema);
        var weight = engine.Predict(new Parcel { Length = float.Parse(args[0]), Width = float.Parse(args[1]) });
        var text = weight.Score == float.NaN ? "unknown" : $"{weight.Score:F1} kg"; // KILN7003
        Console.WriteLine(text);
    }
}
