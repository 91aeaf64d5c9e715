// origin: blind, first round
// contract: rides
using Kiln;
using Microsoft.ML;

namespace Taxi;

[Model("rides", Label = "Fare", Version = "1.0.0")] public sealed partial class RideModel; // KILN4004

sealed class Exporter(MLContext ml)
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models");

    public void Export(ITransformer model, IDataView rows)
    {
        Directory.CreateDirectory(Folder);
        ml.Model.Save(model, rows.Schema, Path.Combine(Folder, "rides-final.zip")); // KILN3007
    }
}
