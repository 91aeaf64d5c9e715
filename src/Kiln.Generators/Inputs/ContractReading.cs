using Kiln.Contracts.Data;
using Kiln.Contracts.Json;

namespace Kiln.Generators.Inputs;

/// <summary>A contract that was read, or why it could not be.</summary>
sealed record ContractReading(DataContract? Contract, JsonFormatException? Error)
{
    public static ContractReading Read(string text)
    {
        try
        {
            return new(ContractJson.Read(text), null);
        }
        catch (JsonFormatException error)
        {
            return new(null, error);
        }
    }
}
