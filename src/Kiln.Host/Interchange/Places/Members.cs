using Kiln.Contracts.Data;
using Kiln.Contracts.Json;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// What of a contract has a place in the standard. A member that is not listed here has none: it goes into a custom property as it is, so that
/// nothing has to be done here for a new one.
/// </summary>
static class Members
{
    /// <summary>In the order in which a new property says them. The type comes first: options are written by it.</summary>
    public static IReadOnlyList<IPlace> OfColumn { get; } = Known(ContractJson.ColumnMembers,
        new TypePlace(), new BoundPlace(isMinimum: true), new BoundPlace(isMinimum: false),
        new OptionPlace("minLength", JsonKind.Number, "string"), new OptionPlace("maxLength", JsonKind.Number, "string"), new PatternPlace(), new DateFormatPlace(),
        new NullablePlace(), new UniquePlace(), new TextPlace("description"), new TextPlace("classification", "personal", "sensitive"),
        new MaxMissingPlace(), new MissingPlace(), new ValuesPlace());

    /// <summary>Of the contract itself.</summary>
    public static IReadOnlyList<IPlace> OfContract { get; } = Known(ContractJson.Members, new TextPlace("description"), new KeyPlace(), new RowsPlace(), new RulesPlace());

    static IReadOnlyList<IPlace> Known(IReadOnlyList<string> members, params IEnumerable<IPlace> places) => [.. places.Where(place => members.Contains(place.Member))];
}
