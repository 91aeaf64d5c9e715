namespace Kiln.Host.Tests.Interchange;

/// <summary>A contract as another team keeps it: in its own order and spelling, with much that is none of Kiln's business.</summary>
static class ForeignFile
{
    public const string Text = """
        # Kept by the orders team.
        kind: DataContract
        apiVersion: v3.1.0
        id: 6f1c1de0-0d6f-4c55-9d2e-6c2a3ad1f001
        version: 2.4.1
        status: active
        domain: sales
        tags: ['orders', gold]
        servers:
          - server: production
            type: postgres
            host: db.example.org
            port: 5432
            database: sales
            schema: public
        schema:
          - name: orders
            physicalName: orders
            businessName: Orders
            dataGranularityDescription: One row per order
            quality:
              - id: enough_rows
                metric: rowCount
                mustBeGreaterThan: 999
                severity: error
                description: "A day has a thousand orders."
            properties:
              - name: order number
                physicalName: order_id
                logicalType: integer
                physicalType: bigint
                primaryKey: true
                primaryKeyPosition: 1
                examples: [1001, 1002]
              - name: amount
                logicalType: number
                physicalType: decimal(10,2)
                required: true
                logicalTypeOptions:
                  exclusiveMinimum: 10
                  maximum: 5000
                quality:
                  - type: custom
                    engine: soda
                    implementation: |
                      avg(amount):
                        warn: when < 20
              - name: country
                logicalType: string
                classification: public
                quality:
                  - metric: invalidValues
                    arguments: { validValues: [DE, FR, 'NO', null] }
                    mustBe: 0
                    unit: percent
                    dimension: conformity
              - name: positions
                logicalType: array
                items:
                  logicalType: string
              - name: placed
                logicalType: date
                transformLogic: "date(placed_at)"
                customProperties:
                  - property: retention
                    value: 2024-12-31
        team:
          name: orders
          members:
            - username: kim
              dateIn: "2023-01-01"
        slaProperties:
          - property: latency
            value: 4
            unit: h
        contractCreatedTs: "2024-03-01T09:00:00+00:00"

        """;
}
