using Microsoft.ML.Model.OnnxConverter;
namespace Kiln.Trainer.Export;
abstract class ExportContext : OnnxContext { }
